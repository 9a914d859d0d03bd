import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { forceRowSecurity } from '../../platform/postgres/row-security';
import { clearedOfficer, managerOf } from '../live/policies';
import { isOwner } from '../restrictions/policies';
import {
  createCaseTally,
  fillCaseTally,
  keptFromCaller,
  TALLY_TRIGGERS,
  tallyCases,
} from '../worklists/case-tally';

const INDICES = {
  live_case_unassigned:
    '(next_due_on, complaint_id) where not is_ended and assigned_to is null and assigned_group is null',
  live_case_waiting: `(next_due_on, complaint_id) where not is_ended and waits_for = any (array['COMPLAINANT', 'INVESTIGATOR', 'PANEL', 'OTHERS'])`,
  live_case_handled_earlier: `(complaint_id) where not is_ended and assigned_to is null and handled_earlier_by <> '{}'`,
} as const;

/** Has each worklist an index in its order, and keeps how many open complaints there are of each kind with each change. */
export function tallyCasesMigration(schema: string): new () => MigrationInterface {
  const table = `"${schema}".case_tally`;
  return class TallyCases implements MigrationInterface {
    readonly name = 'TallyCases1767225601791';

    async up(runner: QueryRunner): Promise<void> {
      for (const [name, of] of Object.entries(INDICES))
        await runner.query(`create index ${name} on "${schema}".live_case ${of}`);
      await runner.query(createCaseTally(schema));
      await runner.query(`create index case_tally_by_kind on ${table} (of_kind)`);
      await fill(runner, schema);
      await runner.query(tallyCases(schema));
      await runner.query(keptFromCaller(schema));
      await secure(runner, schema);
      for (const [on, tables] of Object.entries(TALLY_TRIGGERS))
        await runner.query(
          `create trigger tally_cases_${on} after ${on} on "${schema}".live_case ${tables}
           for each statement execute function "${schema}".tally_cases()`,
        );
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const on of Object.keys(TALLY_TRIGGERS))
        await runner.query(`drop trigger tally_cases_${on} on "${schema}".live_case`);
      for (const name of ['tally_cases', 'cases_kept_from_caller'])
        await runner.query(`drop function "${schema}".${name}()`);
      await runner.query(`drop table ${table}`);
      for (const name of Object.keys(INDICES)) await runner.query(`drop index "${schema}".${name}`);
    }
  };
}

/** Whoever may read a complaint's standing counts it; the trigger alone writes. */
async function secure(runner: QueryRunner, schema: string): Promise<void> {
  const login = await quotedLogin(runner, schema);
  const table = `"${schema}".case_tally`;
  for (const name of ['tally_cases', 'cases_kept_from_caller'])
    await runner.query(`revoke all on function "${schema}".${name}() from public`);
  await runner.query(`grant execute on function "${schema}".cases_kept_from_caller() to ${login}`);
  await runner.query(`grant select on ${table} to ${login}`);
  const own = isOwner(table);
  const worker = `(${clearedOfficer(schema)} or ${managerOf('service_id')})`;
  await forceRowSecurity(runner, table, [
    { name: 'who_may_read', command: 'select', allows: `(${own} or ${worker})` },
    { name: 'who_may_add', command: 'insert', allows: own },
    { name: 'who_may_change', command: 'update', allows: own },
    { name: 'who_may_remove', command: 'delete', allows: own },
  ]);
}

/** Asserts that each open complaint was counted: once row security is forced, nobody sees whether one was missed. */
async function fill(runner: QueryRunner, schema: string): Promise<void> {
  const cases = `"${schema}".live_case`;
  await runner.query(`alter table ${cases} no force row level security`);
  await runner.query(fillCaseTally(schema));
  const [counts]: { held: number; counted: number }[] = await runner.query(
    `select (select count(*)::int from ${cases} where not is_ended) as held,
       (select coalesce(sum(count), 0)::int from "${schema}".case_tally) as counted`,
  );
  await runner.query(`alter table ${cases} force row level security`);
  if (counts?.held !== counts?.counted)
    throw new Error(`${counts?.held} open complaints are held, and ${counts?.counted} were counted`);
}
