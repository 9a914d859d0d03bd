import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';

/** Keeps of which days each inherited system's records speak. */
export class KnowReach1735689600150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'insight');
    await runner.query(`
      create table insight.source_reach (
        source text not null constraint source_reach_pkey primary key,
        keepers text[] not null,
        from_day date,
        to_day date,
        loaded_at timestamptz,
        version bigint not null)`);
    // Whether a partner sees anything at all of a stream is asked with every question of theirs.
    await runner.query(
      'create index stage_fact_by_partner on insight.stage_fact (partner, stream) where partner is not null',
    );
    await runner.query(`grant select, insert, update, delete on insight.source_reach to ${login}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index insight.stage_fact_by_partner');
    await runner.query('drop table insight.source_reach');
  }
}
