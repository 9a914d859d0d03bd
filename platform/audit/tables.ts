import type { QueryRunner } from 'typeorm';
import { quotedLogin } from '../postgres/names';
import { forceRowSecurity, roleIsOneOf, setting } from '../postgres/row-security';

/**
 * Makes a schema's audit log: added to and never changed, in the transaction of what it records. Nobody can write
 * an entry in another's name; auditors alone read it.
 */
export async function createAuditTable(runner: QueryRunner, schema: string): Promise<void> {
  const login = await quotedLogin(runner, schema);
  await runner.query(`
    create table "${schema}".audit_entry (
      id bigint generated always as identity constraint audit_entry_pkey primary key,
      at timestamptz not null default now(),
      actor text not null,
      role text not null,
      action text not null,
      record_id text not null,
      request_id text not null
    )`);
  await runner.query(`create index audit_entry_by_record on "${schema}".audit_entry (record_id, id)`);
  await runner.query(`grant usage on schema "${schema}" to ${login}`);
  await runner.query(
    `grant select, insert (actor, role, action, record_id, request_id) on "${schema}".audit_entry to ${login}`,
  );
  await forceRowSecurity(runner, `"${schema}".audit_entry`, [
    { name: 'auditors_read', command: 'select', allows: roleIsOneOf('auditor') },
    {
      name: 'in_ones_own_name',
      command: 'insert',
      allows: `coalesce(actor = ${setting('subject')} and role = ${setting('role')}, false)`,
    },
  ]);
}
