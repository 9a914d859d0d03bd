import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, type Policy, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

/** Whoever reads reports may write in them, too; who freezes them belongs to the central team. */
const WRITERS = roleIsOneOf('analyst', 'manager', 'officer', 'admin');
const FREEZERS = roleIsOneOf('officer', 'admin');

const TABLES = [
  `create table insight.report (
     id text not null constraint report_pkey primary key,
     definition text not null,
     title text not null,
     financial_year text not null,
     up_to text not null,
     from_day date not null,
     to_day date not null)`,
  `create table insight.report_version (
     report_id text not null constraint report_version_report_id_fkey references insight.report,
     version integer not null,
     definition_version integer not null,
     sections jsonb not null,
     reason text,
     opened_by text not null,
     opened_at timestamptz not null,
     changes integer not null,
     looked_by text not null,
     looked_at timestamptz not null,
     looked_cells jsonb not null,
     frozen_by text,
     frozen_at timestamptz,
     frozen_despite text,
     seen text,
     content json,
     checks json,
     snapshot text,
     constraint report_version_pkey primary key (report_id, version),
     constraint report_version_frozen_whole
       check (num_nulls(frozen_by, frozen_at, seen, content, checks, snapshot) in (0, 6)),
     constraint report_version_despite_frozen check (frozen_despite is null or frozen_at is not null))`,
  `create table insight.report_commentary (
     report_id text not null,
     section text not null,
     version integer not null,
     report_version integer not null,
     heading text not null,
     text text not null,
     written_by text not null,
     written_at timestamptz not null,
     constraint report_commentary_pkey primary key (report_id, section, version))`,
];

const KEEP_AS_IT_IS = `
  create function insight.keep_as_it_is() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $function$
  begin
    raise exception 'What was frozen or said in a report never changes' using errcode = 'restrict_violation';
  end $function$`;

/** Whoever asks, the owner too. */
const TRIGGERS = [
  `create trigger keep_frozen before update or delete on insight.report_version
   for each row when (old.frozen_at is not null) execute function insight.keep_as_it_is()`,
  `create trigger keep_all before truncate on insight.report_version
   for each statement execute function insight.keep_as_it_is()`,
  `create trigger keep_said before update or delete on insight.report_commentary
   for each row execute function insight.keep_as_it_is()`,
  `create trigger keep_all before truncate on insight.report_commentary
   for each statement execute function insight.keep_as_it_is()`,
];

const isOwn = (column: string): string => `coalesce(${column} = ${setting('subject')}, false)`;
const read: Policy = { name: 'those_who_see_reports_read', command: 'select', allows: WRITERS };

const POLICIES: Readonly<Record<string, readonly Policy[]>> = {
  report: [read, { name: 'those_who_write_begin', command: 'insert', allows: WRITERS }],
  report_version: [
    read,
    {
      name: 'begun_in_ones_own_name',
      command: 'insert',
      allows: `(${WRITERS} and (version = 1 or ${FREEZERS}) and ${isOwn('opened_by')} and frozen_at is null)`,
    },
    {
      name: 'frozen_in_ones_own_name',
      command: 'update',
      allows: `(${WRITERS} and (frozen_at is null or (${FREEZERS} and ${isOwn('frozen_by')})))`,
    },
  ],
  report_commentary: [
    read,
    {
      name: 'in_ones_own_name_in_a_draft',
      command: 'insert',
      allows: `(${WRITERS} and ${isOwn('written_by')} and exists (
        select from insight.report_version draft where draft.report_id = report_commentary.report_id
          and draft.version = report_commentary.report_version and draft.frozen_at is null))`,
    },
  ],
};

const GRANTS: Readonly<Record<string, string>> = {
  report: 'select, insert',
  report_version: 'select, insert, update',
  report_commentary: 'select, insert',
};

/** Reports with their versions, and what people said in them. A frozen version, and what was said, never change. */
export class KeepReports1767225601661 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    await runner.query(KEEP_AS_IT_IS);
    await runner.query('revoke all on function insight.keep_as_it_is() from public');
    for (const statement of TRIGGERS) await runner.query(statement);
    const login = await quotedLogin(runner, 'insight');
    for (const [table, may] of Object.entries(GRANTS))
      await runner.query(`grant ${may} on insight.${table} to ${login}`);
    for (const [table, policies] of Object.entries(POLICIES))
      await forceRowSecurity(runner, `insight.${table}`, policies);
  }

  /** What was reported is never removed. */
  down(): Promise<void> {
    return Promise.reject(new Error('What was reported is kept nowhere else'));
  }
}
