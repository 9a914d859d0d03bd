import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A word may be given another meaning, or its meaning taken back: its decisions are counted, and the newest holds. */
export class DecideWordsAnew1767225601513 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table directory.word_decision
      add column version integer, add column is_kept boolean not null default true`);
    // Until now a decision could only reach further back than the ones before.
    await unforced(
      runner,
      `update directory.word_decision set version = numbered.version
       from (select subject, from_day, row_number() over (partition by subject order by from_day desc)::int as version
         from directory.word_decision) numbered
       where numbered.subject = word_decision.subject and numbered.from_day = word_decision.from_day`,
    );
    await runner.query(`alter table directory.word_decision
      alter column version set not null, alter column is_kept drop default,
      drop constraint word_decision_pkey, add constraint word_decision_pkey primary key (subject, version)`);
  }

  /** Fails where a word was decided on twice from one day on: which of the two would hold is known no more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table directory.word_decision
      drop constraint word_decision_pkey, add constraint word_decision_pkey primary key (subject, from_day),
      drop column version, drop column is_kept`);
  }
}

/** Forced row security would let the owner change no row. */
async function unforced(runner: QueryRunner, statement: string): Promise<void> {
  await runner.query('alter table directory.word_decision no force row level security');
  await runner.query(statement);
  await runner.query('alter table directory.word_decision force row level security');
}
