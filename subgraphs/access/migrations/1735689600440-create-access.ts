import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexAudit } from '../../../platform/audit/index-audit';
import { sealAudit } from '../../../platform/audit/seals/seal-audit';
import { createAuditTable } from '../../../platform/audit/tables';
import { createOutboxTables } from '../../../platform/outbox/tables';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, type Policy, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

const TABLES = [
  `create table access.api_key (
     id text not null constraint api_key_pkey primary key,
     name text not null,
     owner text not null,
     role text not null,
     streams text[] not null,
     services text[] not null,
     partner text,
     addresses text[] not null,
     command text not null,
     made_by text not null,
     made_at timestamptz not null,
     expires_at timestamptz not null,
     rotated_from text,
     revoked_by text,
     revoked_at timestamptz,
     revoked_because text)`,
  'create unique index api_key_by_command on access.api_key (command)',
  `create table access.key_secret (
     key_id text not null constraint key_secret_pkey primary key
       constraint key_secret_key_id_fkey references access.api_key,
     hash text not null)`,
  `create table access.key_use (
     key_id text not null constraint key_use_pkey primary key
       constraint key_use_key_id_fkey references access.api_key,
     last_used_at timestamptz,
     refused integer not null,
     last_refused_at timestamptz)`,
];

/** Administrators make and end keys; `gateway` is the gateway itself, which nobody can sign in as. */
const isAdmin = roleIsOneOf('admin');
const isGateway = roleIsOneOf('gateway');
const isSubject = (column: string): string => `coalesce(${column} = ${setting('subject')}, false)`;

const POLICIES: Readonly<Record<string, readonly Policy[]>> = {
  api_key: [
    {
      name: 'administrators_and_the_gateway_read',
      command: 'select',
      allows: roleIsOneOf('admin', 'gateway'),
    },
    { name: 'made_in_ones_own_name', command: 'insert', allows: `(${isAdmin} and ${isSubject('made_by')})` },
    {
      name: 'revoked_in_ones_own_name',
      command: 'update',
      allows: `(${isAdmin} and (revoked_by is null or ${isSubject('revoked_by')}))`,
    },
  ],
  key_secret: [
    { name: 'the_gateway_compares', command: 'select', allows: isGateway },
    { name: 'made_with_the_key', command: 'insert', allows: isAdmin },
  ],
  key_use: [
    {
      name: 'administrators_and_the_gateway_read',
      command: 'select',
      allows: roleIsOneOf('admin', 'gateway'),
    },
    { name: 'made_with_the_key', command: 'insert', allows: isAdmin },
    { name: 'the_gateway_counts', command: 'update', allows: isGateway },
  ],
};

const GRANTS: Readonly<Record<string, string>> = {
  api_key: 'select, insert, update (revoked_by, revoked_at, revoked_because)',
  key_secret: 'select, insert',
  key_use: 'select, insert, update',
};

/** Keys of programs: what they open, the hashes of their secrets, and how they were used. */
export class CreateAccess1735689600440 implements MigrationInterface {
  readonly name = 'CreateAccess1735689600440';

  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'access');
    await createOutboxTables(runner, 'access');
    for (const table of TABLES) await runner.query(table);
    for (const [table, may] of Object.entries(GRANTS))
      await runner.query(`grant ${may} on access.${table} to ${login}`);
    for (const [table, policies] of Object.entries(POLICIES))
      await forceRowSecurity(runner, `access.${table}`, policies);
    await createAuditTable(runner, 'access');
    await indexAudit(runner, 'access');
    await sealAudit(runner, 'access');
  }

  /** An audit log is never removed. */
  down(): Promise<void> {
    return Promise.reject(new Error('What people did is kept nowhere else'));
  }
}
