import type { MigrationInterface, QueryRunner } from 'typeorm';
import { closeToProtected, openToProtected, roleIsOneOf } from '../../../platform/postgres/row-security';

const GONE = 'insight.complaint_gone';
const READ = (allows: string): string =>
  `alter policy those_who_see_figures_read on ${GONE} using (${allows})`;

/**
 * Tells those who see all complaints which of them went, and when: whoever keeps a copy has to know. Whose a complaint was is gone
 * with it, so that partners are told by their inbox alone.
 */
export class TellWhatWent1767225601640 implements MigrationInterface {
  readonly name = 'TellWhatWent1767225601640';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(READ(roleIsOneOf('analyst', 'manager', 'officer', 'admin', 'projection')));
    await closeToProtected(runner, GONE);
    await runner.query(`create index complaint_gone_by_moment on ${GONE} (gone_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index insight.complaint_gone_by_moment');
    await openToProtected(runner, GONE);
    await runner.query(READ(roleIsOneOf('projection')));
  }
}
