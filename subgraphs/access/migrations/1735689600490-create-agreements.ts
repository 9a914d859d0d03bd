import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, type Policy, roleIsOneOf, setting } from '../../../platform/postgres/row-security';
import { carryPartnersOver } from './carry-partners-over';

const TABLE = `create table access.agreement (
  partner text not null,
  version integer not null,
  name text not null,
  purpose text not null,
  lawful_basis text not null,
  streams text[] not null,
  parts text[] not null,
  small_numbers_below integer,
  starts_on date not null,
  ends_on date not null,
  signed_for_council text not null,
  signed_for_partner text not null,
  made_by text not null,
  made_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  ended_because text,
  constraint agreement_pkey primary key (partner, version))`;

const isAdmin = roleIsOneOf('admin');
const isSubject = (column: string): string => `coalesce(${column} = ${setting('subject')}, false)`;
const ownsPartner = `(${roleIsOneOf('partner')} and coalesce(partner = ${setting('partner')}, false))`;

const POLICIES: readonly Policy[] = [
  {
    name: 'those_who_watch_over_it_and_its_partner_read',
    command: 'select',
    allows: `(${roleIsOneOf('admin', 'auditor', 'gateway', 'seed')} or ${ownsPartner})`,
  },
  {
    name: 'made_in_ones_own_name',
    command: 'insert',
    allows: `((${isAdmin} and ${isSubject('made_by')}) or (${roleIsOneOf('seed')} and made_by = 'seed'))`,
  },
  {
    name: 'ended_in_ones_own_name',
    command: 'update',
    allows: `(${isAdmin} and (ended_by is null or ${isSubject('ended_by')}))`,
  },
];

/** A partner sees its own keys; those of the council's own tools administrators alone. */
const KEYS_ARE_READ = `(${roleIsOneOf('admin', 'gateway')} or ${ownsPartner})`;
const USES_ARE_READ = `(${roleIsOneOf('admin', 'gateway')}
  or exists (select from access.api_key as own where own.id = key_id and ${ownsPartner}))`;

/** Agreements with partners, to which their credentials are bound. */
export class CreateAgreements1735689600490 implements MigrationInterface {
  readonly name = 'CreateAgreements1735689600490';

  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'access');
    await runner.query(TABLE);
    await runner.query(
      `grant select, insert, update (ended_by, ended_at, ended_because) on access.agreement to ${login}`,
    );
    await forceRowSecurity(runner, 'access.agreement', POLICIES);
    await readBy(runner, { api_key: KEYS_ARE_READ, key_use: USES_ARE_READ });
    await carryPartnersOver(runner);
  }

  /** Who signed what is kept nowhere else. */
  down(): Promise<void> {
    return Promise.reject(new Error('What was agreed with partners is kept nowhere else'));
  }
}

async function readBy(runner: QueryRunner, tables: Readonly<Record<string, string>>): Promise<void> {
  for (const [table, allows] of Object.entries(tables))
    await runner.query(
      `alter policy administrators_and_the_gateway_read on access.${table} using (${allows})`,
    );
}
