import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

/** What words of inherited systems were decided to mean, by whom and when: added to, never changed. */
export class DecideWords1735689600031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table directory.word_decision (
        subject text not null,
        from_day date not null,
        kind text not null,
        source text,
        word text not null,
        written text not null,
        means jsonb not null,
        decided_by text not null,
        decided_at timestamptz not null,
        constraint word_decision_pkey primary key (subject, from_day)
      )`);
    await runner.query('create index word_decision_by_time on directory.word_decision (decided_at)');
    await runner.query(
      `grant select, insert on directory.word_decision to ${await quotedLogin(runner, 'directory')}`,
    );
    await forceRowSecurity(runner, 'directory.word_decision', [
      { name: 'who_decides_reads', command: 'select', allows: roleIsOneOf('admin', 'seed') },
      {
        name: 'in_ones_own_name',
        command: 'insert',
        allows: `(${roleIsOneOf('admin')} and coalesce(decided_by = ${setting('subject')}, false))`,
      },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table directory.word_decision');
  }
}
