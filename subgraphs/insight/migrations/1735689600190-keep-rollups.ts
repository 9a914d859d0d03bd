import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';
import type { Scope } from '../../../platform/transaction/scope';
import { underScope } from '../../../platform/transaction/transaction';
import {
  CELL_TABLES,
  type CellTable,
  everythingFunction,
  triggerFunction,
} from './1735689600190-rollup-functions';

const PROJECTION: Scope = { subject: 'projection', role: 'projection' };

/** No partner: a rollup holds what is not theirs. */
const READS_ALL = roleIsOneOf('analyst', 'manager', 'officer', 'admin', 'projection');
const PROJECTS = roleIsOneOf('projection');

const COLUMN_TYPES: Readonly<Record<string, string>> = {
  month: 'date not null',
  day: 'date not null',
  stream: 'text not null',
  stage: 'smallint not null',
  days_to_answer: 'int not null',
};

const CAME = 'select 1 as sign, came.* from came';
const WENT = 'select -1 as sign, went.* from went';

/** What changes stage_fact, and what of it the trigger's function reads. */
const KEEPERS = [
  { name: 'roll_up_what_came', on: 'insert', tables: 'new table as came', of: 'came', source: CAME },
  { name: 'roll_up_what_went', on: 'delete', tables: 'old table as went', of: 'went', source: WENT },
  {
    ...{ name: 'roll_up_what_changed', on: 'update', tables: 'old table as went new table as came' },
    ...{ of: 'came', source: `${CAME} union all ${WENT}` },
  },
] as const;

/**
 * Keeps sums of the facts beside them, in the transaction that changes a fact, whoever changes it: triggers see what no
 * writer can forget to tell. Filled from the facts that are there.
 */
export class KeepRollups1735689600190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'insight');
    for (const table of CELL_TABLES) await createCells(runner, { table, login });
    await runner.query(everythingFunction('roll_up_everything'));
    await grantTo(runner, { login, name: 'roll_up_everything' });
    for (const { name, on, tables, of, source } of KEEPERS) {
      await runner.query(triggerFunction({ name, of, source }));
      await grantTo(runner, { login, name });
      await runner.query(`create trigger ${name} after ${on} on insight.stage_fact
        referencing ${tables} for each statement execute function insight.${name}()`);
    }
    await underScope(runner, PROJECTION, ({ query }) => query('select insight.roll_up_everything()'));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of KEEPERS) {
      await runner.query(`drop trigger ${name} on insight.stage_fact`);
      await runner.query(`drop function insight.${name}()`);
    }
    await runner.query('drop function insight.roll_up_everything()');
    for (const { name } of CELL_TABLES) await runner.query(`drop table insight.${name}`);
  }
}

async function createCells(
  runner: QueryRunner,
  { table: { name, keys, counts }, login }: { table: CellTable; login: string },
): Promise<void> {
  const columns = [
    ...keys.map((key) => `${key} ${COLUMN_TYPES[key] ?? 'text'}`),
    ...counts.map((count) => `${count} int not null`),
    `constraint ${name}_cell unique nulls not distinct (${keys.join(', ')})`,
  ];
  await runner.query(`create table insight.${name} (${columns.join(', ')}) with (fillfactor = 80)`);
  await runner.query(`grant select, insert, update, delete on insight.${name} to ${login}`);
  await forceRowSecurity(runner, `insight.${name}`, [
    { name: 'those_who_see_all_figures_read', command: 'select', allows: READS_ALL },
    { name: 'the_projection_adds', command: 'insert', allows: PROJECTS },
    { name: 'the_projection_changes', command: 'update', allows: PROJECTS },
    { name: 'the_projection_removes', command: 'delete', allows: PROJECTS },
  ]);
}

async function grantTo(runner: QueryRunner, { login, name }: { login: string; name: string }): Promise<void> {
  await runner.query(`revoke all on function insight.${name}() from public`);
  await runner.query(`grant execute on function insight.${name}() to ${login}`);
}
