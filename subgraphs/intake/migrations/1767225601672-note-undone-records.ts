import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';

const IMPORT = roleIsOneOf('import');

/**
 * What wrote some records since a moment: numbers of imports and of decisions, and who decided, never what a row holds. It
 * looks in the scope of an import for those who read reports, and gives the caller's role back before it returns; where it
 * fails, the transaction does.
 */
const WRITTEN_SINCE = `
  create function intake.records_written_since(of_keepers text[], of_records text[], since timestamptz)
    returns table (keeper text, record text, kind text, run_id bigint, source text, amendment_id bigint, at timestamptz, decided_by text)
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    declare
      role_of_caller text := coalesce(current_setting('scope.role', true), '');
    begin
      if role_of_caller not in ('analyst', 'manager', 'officer', 'admin') then return; end if;
      perform set_config('scope.role', 'import', true);
      return query
        with wanted as (select distinct asked.keeper, asked.record from unnest(of_keepers, of_records) as asked (keeper, record)),
        sources as (select distinct run.source from intake.import_run as run),
        touched as (
          select wanted.keeper, wanted.record, held.source, held.run_id
          from wanted cross join sources
            join intake.held_row as held on held.source = sources.source and held.identity = wanted.record and held.keeper = wanted.keeper
          union
          select wanted.keeper, wanted.record, was.source, unnest(array[was.run_id, was.held_run_id])
          from wanted cross join sources
            join intake.replaced_row as was on was.source = sources.source and was.identity = wanted.record and was.keeper = wanted.keeper)
        select touched.keeper, touched.record, case when run.kind = 'correction' then 'CORRECTION' else 'IMPORT' end,
          run.id, run.source, run.amendment_id, run.ended_at, decision.decided_by
        from touched join intake.import_run as run on run.id = touched.run_id
          left join intake.amendment as decision on decision.id = run.amendment_id
        where run.ended_at >= since
        union all
        select wanted.keeper, wanted.record, 'UNDOING', run.id, run.source, decision.id, run.undone_at, run.undone_by
        from wanted cross join sources
          join intake.undone_record as undone
            on undone.source = sources.source and undone.record = wanted.record and undone.keeper = wanted.keeper
          join intake.import_run as run on run.id = undone.run_id
          left join lateral (
            select amendment.id from intake.amendment
            where amendment.undoes_run_id = run.id and amendment.state = 'done' order by amendment.id desc limit 1) as decision on true
        where run.undone_at >= since
        order by 7, 4;
      perform set_config('scope.role', role_of_caller, true);
    end $$`;

/** Remembers which records an undone import had brought: its rows are gone, and what they changed is still asked about. */
export class NoteUndoneRecords1767225601672 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'intake');
    await runner.query(`create table intake.undone_record (
      run_id bigint not null,
      source text not null,
      record text not null,
      keeper text,
      constraint undone_record_pkey primary key (run_id, record))`);
    await runner.query('create index undone_record_by_record on intake.undone_record (source, record)');
    await runner.query(`grant select, insert on intake.undone_record to ${login}`);
    await forceRowSecurity(runner, 'intake.undone_record', [
      { name: 'imports_alone_read', command: 'select', allows: IMPORT },
      { name: 'an_undone_import_notes', command: 'insert', allows: IMPORT },
    ]);
    await runner.query(WRITTEN_SINCE);
    await runner.query(
      'revoke all on function intake.records_written_since(text[], text[], timestamptz) from public',
    );
    await runner.query(
      `grant execute on function intake.records_written_since(text[], text[], timestamptz) to ${login}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function intake.records_written_since(text[], text[], timestamptz)');
    await runner.query('drop table intake.undone_record');
  }
}
