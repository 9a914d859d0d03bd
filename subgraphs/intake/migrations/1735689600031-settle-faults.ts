import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createMappedWordTable } from '../../../casework/reference/mapped-words';
import { listHolds, roleIsOneOf } from '../../../platform/postgres/row-security';

const COUNTS = ['import', 'analyst', 'officer', 'admin'];
const CLEARED = `(${roleIsOneOf('officer')} and ${listHolds('streams', 'owner')})`;

/** What words were decided to mean, and which faults that settled. The follower sees no row as it came. */
export class SettleFaults1735689600031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createMappedWordTable(runner, 'intake');
    await runner.query(
      `alter table intake.fault add column state text not null default 'open'
         constraint fault_states check (state in ('open', 'mapped'))`,
    );
    await runner.query(`create index fault_by_state on intake.fault (state, run_id, place)`);
    const follower = `(${roleIsOneOf('projection')} and raw is null)`;
    await runner.query(
      `alter policy those_who_correct_imports_read on intake.fault
         using (${roleIsOneOf('import', 'admin')} or ${CLEARED} or ${follower})`,
    );
    await runner.query(
      `alter policy an_import_changes on intake.fault
         using (${roleIsOneOf('import')} or ${follower}) with check (${roleIsOneOf('import')} or ${follower})`,
    );
    await runner.query(
      `alter policy those_who_count_imports_read on intake.import_run using (${roleIsOneOf(...COUNTS, 'projection')})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter policy those_who_count_imports_read on intake.import_run using (${roleIsOneOf(...COUNTS)})`,
    );
    await runner.query(
      `alter policy an_import_changes on intake.fault using (${roleIsOneOf('import')}) with check (${roleIsOneOf('import')})`,
    );
    await runner.query(
      `alter policy those_who_correct_imports_read on intake.fault
         using (${roleIsOneOf('import', 'admin')} or ${CLEARED})`,
    );
    await runner.query('alter table intake.fault drop column state');
    await runner.query('drop table intake.mapped_word');
  }
}
