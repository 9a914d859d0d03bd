import type { MigrationInterface, QueryRunner } from 'typeorm';
import { closeToProtected, openToProtected, roleIsOneOf } from '../../../platform/postgres/row-security';

const GONE = 'ombudsman.case_gone';
const READ = (allows: string): string => `alter policy loads_read on ${GONE} using (${allows})`;

/** Tells those who see all cases which of them went, and when. Whose a case was is gone with it: partners are not told here. */
export class TellWhatWent1767225601641 implements MigrationInterface {
  readonly name = 'TellWhatWent1767225601641';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(READ(roleIsOneOf('analyst', 'manager', 'officer', 'admin', 'import')));
    await closeToProtected(runner, GONE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await openToProtected(runner, GONE);
    await runner.query(READ(roleIsOneOf('import')));
  }
}
