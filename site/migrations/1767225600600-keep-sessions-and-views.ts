import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { forceRowSecurity, type Policy, roleIsOneOf, setting } from '../../platform/postgres/row-security';

const TABLES = [
  `create table site.session (
     id_hash text not null,
     provider_session_hash text,
     sealed text not null,
     used_at timestamptz not null,
     ends_at timestamptz not null,
     constraint session_pkey primary key (id_hash))`,
  'create index session_of_provider on site.session (provider_session_hash)',
  `create table site.saved_view (
     id text not null,
     owner text not null,
     title text not null,
     address text not null,
     saved_at timestamptz not null,
     constraint saved_view_pkey primary key (id))`,
  'create index saved_view_of_owner on site.saved_view (owner, title)',
];

/** Sessions are the site's own; nobody asks for them on behalf of a person. */
const SESSIONS: readonly Policy[] = [
  { name: 'the_site_keeps_sessions', command: 'all', allows: roleIsOneOf('site') },
];

/** A view is read, kept and removed by whose it is. */
const VIEWS: readonly Policy[] = [
  {
    name: 'everybody_keeps_their_own',
    command: 'all',
    allows: `coalesce(owner = ${setting('subject')}, false)`,
  },
];

/** Makes the tables of the site: who is signed in, and the views that people keep. */
export class KeepSessionsAndViews1767225600600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    await forceRowSecurity(runner, 'site.session', SESSIONS);
    await forceRowSecurity(runner, 'site.saved_view', VIEWS);
    const login = await quotedLogin(runner, 'site');
    await runner.query(`grant select, insert, update, delete on site.session to ${login}`);
    await runner.query(`grant select, insert, delete on site.saved_view to ${login}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table site.saved_view, site.session');
  }
}
