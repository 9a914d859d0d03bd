import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createAuditTable } from '../../../platform/audit/tables';
import { listHolds, roleIsOneOf } from '../../../platform/postgres/row-security';

const COLUMNS = [
  'alter table intake.fault add column owner text',
  'alter table intake.quarantined_row add column owner text, add column id text, add column first_line int',
];

/** The columns by which lists are narrowed come first, those that they are ordered by after them. */
const INDEXES = [
  'create index fault_by_code on intake.fault (code, run_id, place)',
  'create index fault_by_owner on intake.fault (owner, run_id, place)',
  'create unique index quarantined_row_by_id on intake.quarantined_row (id)',
  'create index quarantined_row_in_order on intake.quarantined_row (first_run_id, first_line, id)',
  'create index quarantined_row_by_owner on intake.quarantined_row (owner, first_run_id, first_line, id)',
];

const LISTED = ['fault', 'quarantined_row'];

/** Officers see the rows of the streams that they are cleared for; a row that tells no stream is nobody's but admins'. */
const SEES_ROWS = `(${roleIsOneOf('import', 'admin')} or (${roleIsOneOf('officer')} and ${listHolds('streams', 'owner')}))`;

/** Whose row each fault and each quarantined row is, in an order that lists can be paged by; and who read which row. */
export class ListFaults1735689600030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createAuditTable(runner, 'intake');
    for (const statement of COLUMNS) await runner.query(statement);
    await nameHeldRows(runner);
    await runner.query(
      'alter table intake.quarantined_row alter column id set not null, alter column first_line set not null',
    );
    for (const statement of INDEXES) await runner.query(statement);
    for (const table of LISTED) {
      await runner.query(
        `alter policy those_who_correct_imports_read on intake.${table} using (${SEES_ROWS})`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of LISTED) {
      await runner.query(
        `alter policy those_who_correct_imports_read on intake.${table} using (${roleIsOneOf('import', 'admin')})`,
      );
    }
    await runner.query(
      'alter table intake.quarantined_row drop column owner, drop column id, drop column first_line',
    );
    await runner.query('alter table intake.fault drop column owner');
    await runner.query('drop table intake.audit_entry');
  }
}

/** Rows that are held already get their names as new ones do. Forced row security would let the owner change none. */
async function nameHeldRows(runner: QueryRunner): Promise<void> {
  await runner.query('alter table intake.quarantined_row no force row level security');
  const [counts] = (await runner.query(
    `with named as (
       update intake.quarantined_row
       set id = md5(source || '/' || content_hash || '/' || occurrence::text), first_line = line returning 1)
     select (select count(*)::int from named) as named, (select count(*)::int from intake.quarantined_row) as held`,
  )) as { named: number; held: number }[];
  await runner.query('alter table intake.quarantined_row force row level security');
  if (counts?.named !== counts?.held)
    throw new Error(`${counts?.held} quarantined rows are held, and ${counts?.named} were named`);
}
