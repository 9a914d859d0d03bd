import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { forceRowSecurity, type Policy, roleIsOneOf } from '../../platform/postgres/row-security';

const TABLES = [
  `create table site.draft (
     id_hash text not null,
     owner_hash text not null,
     sealed text not null,
     is_recorded boolean not null,
     begun_at timestamptz not null,
     ends_at timestamptz not null,
     constraint draft_pkey primary key (id_hash))`,
  'create index draft_of_owner on site.draft (owner_hash, ends_at)',
];

/** Kept and found by the site itself; nobody asks for them on behalf of a person. */
const DRAFTS: readonly Policy[] = [
  { name: 'the_site_keeps_drafts', command: 'all', allows: roleIsOneOf('site') },
];

/** Makes the table of complaints that are begun and not recorded. */
export class KeepDrafts1767225600720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    await forceRowSecurity(runner, 'site.draft', DRAFTS);
    const login = await quotedLogin(runner, 'site');
    await runner.query(`grant select, insert, update, delete on site.draft to ${login}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table site.draft');
  }
}
