import type { MigrationInterface, QueryRunner } from 'typeorm';

const INDEXES = {
  complaint_fact_by_changed: '(changed_at, complaint_id)',
  complaint_fact_by_due: '(due_on) where due_on is not null',
  complaint_fact_without_due: '(complaint_id) where due_on is null',
  complaint_fact_without_closed: '(complaint_id) where closed_on is null',
  complaint_fact_open_by_due: "(due_on) where status = 'OPEN' and due_on is not null",
};

/**
 * Keeps when a complaint was last published, and lets lists go by that, by the due day and by the day of closing. Of what
 * is held already nobody noted it: all of it counts as changed now, so that whoever asks what changed since misses nothing.
 */
export class OrderComplaints1735689600170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A default is written for every row, whoever may see the row; from then on the projection writes it.
    await runner.query(
      `alter table insight.complaint_fact add column changed_at timestamptz not null
         default date_trunc('milliseconds', now())`,
    );
    await runner.query('alter table insight.complaint_fact alter column changed_at drop default');
    for (const [name, on] of Object.entries(INDEXES))
      await runner.query(`create index ${name} on insight.complaint_fact ${on}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) await runner.query(`drop index insight.${name}`);
    await runner.query('alter table insight.complaint_fact drop column changed_at');
  }
}
