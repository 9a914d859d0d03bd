import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { forceRowSecurity, type Policy, roleIsOneOf } from '../../platform/postgres/row-security';

const TABLES = [
  `create table site.kept_form (
     id_hash text not null,
     owner_hash text not null,
     sealed text not null,
     kept_at timestamptz not null,
     constraint kept_form_pkey primary key (id_hash))`,
  'create index kept_form_of_owner on site.kept_form (owner_hash, kept_at)',
];

/** Kept and found by the site itself; nobody asks for them on behalf of a person. */
const KEPT_FORMS: readonly Policy[] = [
  { name: 'the_site_keeps_forms', command: 'all', allows: roleIsOneOf('site') },
];

/** Makes the table of what was typed when a session had ended. */
export class KeepLateForms1767225600610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    await forceRowSecurity(runner, 'site.kept_form', KEPT_FORMS);
    const login = await quotedLogin(runner, 'site');
    await runner.query(`grant select, insert, delete on site.kept_form to ${login}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table site.kept_form');
  }
}
