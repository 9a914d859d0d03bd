import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, type Policy, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

const TABLES = [
  `create table access.webhook (
     id text not null constraint webhook_pkey primary key,
     partner text not null,
     url text not null,
     command text not null,
     made_by text not null,
     made_at timestamptz not null,
     ended_by text,
     ended_at timestamptz,
     told_to bigint not null,
     attempts integer not null,
     due_at timestamptz not null,
     leased_until timestamptz,
     stopped_at timestamptz,
     stopped_because text)`,
  'create unique index webhook_by_command on access.webhook (command)',
  `create table access.webhook_secret (
     command text not null constraint webhook_secret_pkey primary key,
     webhook_id text not null constraint webhook_secret_webhook_id_fkey references access.webhook,
     secret text not null,
     made_at timestamptz not null,
     ends_at timestamptz)`,
  `create table access.webhook_delivery (
     id bigint generated always as identity constraint webhook_delivery_pkey primary key,
     webhook_id text not null constraint webhook_delivery_webhook_id_fkey references access.webhook,
     partner text not null,
     event_id text not null,
     at timestamptz not null,
     status integer,
     failure text)`,
  'create index webhook_delivery_by_webhook on access.webhook_delivery (webhook_id)',
];

const isAdmin = roleIsOneOf('admin');
const SENDS = roleIsOneOf('postman');
const ownsPartner = `(${roleIsOneOf('partner')} and coalesce(partner = ${setting('partner')}, false))`;
const isSubject = (column: string): string => `coalesce(${column} = ${setting('subject')}, false)`;
const READS: Policy = {
  name: 'those_who_watch_over_it_and_its_partner_read',
  command: 'select',
  allows: `((select ${roleIsOneOf('admin', 'auditor', 'postman')}) or ${ownsPartner})`,
};

/** Whoever sends has to know what is agreed, and what there is to tell. */
const ALSO_READ: Readonly<Record<string, string>> = {
  agreement: `(${roleIsOneOf('admin', 'auditor', 'gateway', 'seed', 'postman')} or ${ownsPartner})`,
  partner_event: `((select ${roleIsOneOf('admin', 'auditor', 'projection', 'postman')}) or ${ownsPartner})`,
};

/** Addresses that partners are told at, their secrets, and what became of each sending. */
export class SendWebhooks1735689600495 implements MigrationInterface {
  readonly name = 'SendWebhooks1735689600495';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    const login = await quotedLogin(runner, 'access');
    await runner.query(`grant select, insert on access.webhook to ${login}`);
    await runner.query(
      `grant update (ended_by, ended_at, told_to, attempts, due_at, leased_until, stopped_at, stopped_because)
       on access.webhook to ${login}`,
    );
    await runner.query(`grant select, insert, update (ends_at) on access.webhook_secret to ${login}`);
    await runner.query(`grant select, insert, delete on access.webhook_delivery to ${login}`);
    await secure(runner);
    for (const [table, allows] of Object.entries(ALSO_READ))
      await runner.query(
        `alter policy those_who_watch_over_it_and_its_partner_read on access.${table} using (${allows})`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access.webhook_delivery, access.webhook_secret, access.webhook');
  }
}

async function secure(runner: QueryRunner): Promise<void> {
  await forceRowSecurity(runner, 'access.webhook', [
    READS,
    { name: 'made_in_ones_own_name', command: 'insert', allows: `(${isAdmin} and ${isSubject('made_by')})` },
    {
      name: 'ended_in_ones_own_name_and_sent_on',
      command: 'update',
      allows: `(${SENDS} or (${isAdmin} and (ended_by is null or ${isSubject('ended_by')})))`,
    },
  ]);
  await forceRowSecurity(runner, 'access.webhook_secret', [
    // An administrator sees when a secret was made; the secret itself leaves the part in the answer that made it, and in signatures.
    { name: 'the_postman_signs', command: 'select', allows: `(${SENDS} or ${isAdmin})` },
    { name: 'administrators_make', command: 'insert', allows: isAdmin },
    { name: 'administrators_rotate', command: 'update', allows: isAdmin },
  ]);
  await forceRowSecurity(runner, 'access.webhook_delivery', [
    READS,
    { name: 'the_postman_notes', command: 'insert', allows: SENDS },
    {
      name: 'the_postman_removes_what_is_old',
      command: 'delete',
      allows: `(${SENDS} and at < now() - interval '30 days')`,
    },
  ]);
}
