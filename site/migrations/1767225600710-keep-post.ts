import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { forceRowSecurity, type Policy, roleIsOneOf, setting } from '../../platform/postgres/row-security';

const TABLES = [
  `create table site.post_address (
     owner text not null,
     address text not null,
     state text not null,
     asked_at timestamptz not null,
     confirmed_at timestamptz,
     stopped_because text,
     role text not null,
     seen_at timestamptz not null,
     constraint post_address_pkey primary key (owner))`,
  `create table site.subscription (
     id text not null,
     owner text not null,
     kind text not null,
     view_id text,
     page text,
     every text,
     on_day smallint,
     state text not null,
     paused_because text,
     since timestamptz not null,
     next_at timestamptz,
     constraint subscription_pkey primary key (id),
     constraint subscription_view foreign key (view_id) references site.saved_view (id))`,
  'create index subscription_of_owner on site.subscription (owner)',
  `create table site.outgoing_mail (
     id text not null,
     owner text not null,
     subscription_id text,
     about text not null,
     state text not null,
     tries int not null,
     due_at timestamptz not null,
     leased_until timestamptz,
     failure text,
     queued_at timestamptz not null,
     ended_at timestamptz,
     constraint outgoing_mail_pkey primary key (id),
     constraint outgoing_mail_subscription foreign key (subscription_id) references site.subscription (id))`,
  'create index outgoing_mail_due on site.outgoing_mail (state, due_at)',
  'create index outgoing_mail_of_owner on site.outgoing_mail (owner, queued_at)',
  'create index outgoing_mail_of_subscription on site.outgoing_mail (subscription_id)',
];

/** People have their own; the site itself sends to all. */
const OWN: readonly Policy[] = [
  {
    name: 'everybody_has_their_own',
    command: 'all',
    allows: `(${roleIsOneOf('site')} or coalesce(owner = ${setting('subject')}, false))`,
  },
];
const NAMES = ['post_address', 'subscription', 'outgoing_mail'] as const;

/** Makes the tables of figures by mail: where to, what, and each mail until some time after it was sent. */
export class KeepPost1767225600710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    const login = await quotedLogin(runner, 'site');
    for (const name of NAMES) {
      await forceRowSecurity(runner, `site.${name}`, OWN);
      await runner.query(`grant select, insert, update, delete on site.${name} to ${login}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table site.outgoing_mail, site.subscription, site.post_address');
  }
}
