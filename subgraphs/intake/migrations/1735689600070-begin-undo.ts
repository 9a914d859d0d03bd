import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listHolds, roleIsOneOf } from '../../../platform/postgres/row-security';

const BEFORE = ['running', 'loaded', 'refused', 'failed', 'interrupted', 'undone'];

const READS = `(${roleIsOneOf('import', 'admin')} or (${roleIsOneOf('officer')} and ${listHolds('streams', 'owner')}))`;
/** That an import is being undone concerns whoever decides on its rows; it names nobody's record. */
const SEES_UNDONE = `(${roleIsOneOf('officer')} and kind = 'undo')`;

const statesAre = (states: readonly string[]): string[] => [
  'alter table intake.import_run drop constraint import_run_states',
  `alter table intake.import_run add constraint import_run_states
     check (state in (${states.map((state) => `'${state}'`).join(', ')}))`,
];

/** An undoing that broke off is seen by whoever comes next; a decision that fails again and again is given up. */
export class BeginUndo1735689600070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statesAre([...BEFORE, 'undoing'])) await runner.query(statement);
    await runner.query('alter table intake.amendment add column attempts int not null default 0');
    await runner.query(
      `alter policy those_who_correct_imports_read on intake.amendment using (${READS} or ${SEES_UNDONE})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter policy those_who_correct_imports_read on intake.amendment using (${READS})`);
    await runner.query('alter table intake.amendment drop column attempts');
    for (const statement of statesAre(BEFORE)) await runner.query(statement);
  }
}
