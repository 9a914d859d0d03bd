import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';

const PROJECTS = roleIsOneOf('projection');

const TABLE = `
  create table intake.complaint_service (
    complaint_id text not null constraint complaint_service_pkey primary key,
    stream text not null,
    records text[] not null,
    service_ids text[] not null,
    version bigint not null)`;

/**
 * The faults of records whose service the caller manages: no row as it came, and nothing of any other service. Which
 * services those are the scope says, never an argument. It looks in the scope of an import, and gives the caller's role back before it
 * returns.
 */
const OWN_FAULTS = `
  create function intake.own_faults() returns table (
      run_id bigint, place int, source text, file text, started_at timestamptz, owner text, record text,
      service_id text, line int, column_name text, code text, value text, action text, state text)
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_column
    declare
      role_of_caller text := coalesce(current_setting('scope.role', true), '');
      own text[] := string_to_array(nullif(current_setting('scope.services', true), ''), ',');
    begin
      if role_of_caller <> 'manager' or own is null then return; end if;
      perform set_config('scope.role', 'import', true);
      return query
        select fault.run_id, fault.place, run.source, run.file, run.started_at, fault.owner, mine.record,
          mine.service_id, fault.line, fault.column_name, fault.code, fault.value, fault.action, fault.state
        from (
            select distinct on (known.stream, stage.record) known.stream, stage.record, stage.service_id
            from intake.complaint_service as known
              cross join lateral unnest(known.records, known.service_ids) as stage (record, service_id)
            where stage.service_id = any (own)
            order by known.stream, stage.record, stage.service_id) as mine
          cross join (select distinct loaded.source from intake.import_run as loaded) as system
          join intake.held_row as held
            on held.source = system.source and held.identity = mine.record and held.keeper = mine.stream
          join intake.fault on fault.run_id = held.run_id and fault.line = held.line
          join intake.import_run as run on run.id = fault.run_id;
      perform set_config('scope.role', role_of_caller, true);
    end $$`;

/** Managers see what is wrong with the records of their own services. */
export class ShowOwnFaults1735689600110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'intake');
    await runner.query(TABLE);
    await runner.query(`grant select, insert, update, delete on intake.complaint_service to ${login}`);
    await forceRowSecurity(runner, 'intake.complaint_service', [
      { name: 'looked_up_for_managers', command: 'select', allows: roleIsOneOf('import', 'projection') },
      { name: 'the_projection_adds', command: 'insert', allows: PROJECTS },
      { name: 'the_projection_changes', command: 'update', allows: PROJECTS },
      { name: 'the_projection_removes', command: 'delete', allows: PROJECTS },
    ]);
    await runner.query(OWN_FAULTS);
    await runner.query('revoke all on function intake.own_faults() from public');
    await runner.query(`grant execute on function intake.own_faults() to ${login}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function intake.own_faults()');
    await runner.query('drop table intake.complaint_service');
  }
}
