import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which steps of a complaint and of an ombudsman's case an article is for. What was written before is for none. */
export class KnowSteps1767225601850 implements MigrationInterface {
  readonly name = 'KnowSteps1767225601850';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table guidance.article_version
      add column steps text[] not null default '{}',
      add column enquiry_steps text[] not null default '{}'`);
    // From now on each version says it.
    await runner.query(`alter table guidance.article_version
      alter column steps drop default, alter column enquiry_steps drop default`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table guidance.article_version drop column steps, drop column enquiry_steps');
  }
}
