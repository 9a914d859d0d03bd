import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';

/** Keeps of which days each inherited system's records speak: of the newest what is overdue is told. */
export class KnowReach1735689600172 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'ombudsman');
    await runner.query(`
      create table ombudsman.source_reach (
        source text not null constraint source_reach_pkey primary key,
        keepers text[] not null,
        from_day date,
        to_day date,
        loaded_at timestamptz,
        version bigint not null)`);
    await runner.query(`grant select, insert, update, delete on ombudsman.source_reach to ${login}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ombudsman.source_reach');
  }
}
