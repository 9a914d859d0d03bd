import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';

/** Lets the part note since when ombudsmen's cases are worked on here. Reference data: it leads to no record. */
export class KnowLiveWork1767225601801 implements MigrationInterface {
  readonly name = 'KnowLiveWork1767225601801';

  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'ombudsman');
    await runner.query(`create table ombudsman.live_since (
      is_only boolean not null default true constraint live_since_pkey primary key constraint live_since_once check (is_only),
      since date not null,
      version bigint not null)`);
    await runner.query(`grant select, insert, update on ombudsman.live_since to ${login}`);
    await runner.query(`create trigger note_change after insert or update or delete or truncate on ombudsman.live_since
      for each statement execute function ombudsman.note_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ombudsman.live_since');
  }
}
