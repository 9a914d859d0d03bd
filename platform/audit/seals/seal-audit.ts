import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../postgres/row-security';

/**
 * Makes a schema's audit log fit to be sealed: entries carry the transaction that wrote them and the product's signature,
 * and seals lie beside them, added to and never changed. Entries of before have no signature; the first seal covers them.
 */
export async function sealAudit(runner: QueryRunner, schema: string): Promise<void> {
  const login = await quotedLogin(runner, schema);
  const entry = `"${schema}".audit_entry`;
  await runner.query(
    `alter table ${entry} add column xid xid8 not null default pg_current_xact_id(), add column nonce uuid, add column signature text`,
  );
  await runner.query(`create unique index audit_entry_by_transaction on ${entry} (xid, id)`);
  await runner.query(`grant insert (nonce, signature) on ${entry} to ${login}`);
  await runner.query(`drop policy auditors_read on ${entry}`);
  await runner.query(
    `create policy auditors_read on ${entry} as restrictive for select using (${roleIsOneOf('auditor', 'sealer')})`,
  );
  await runner.query(`
    create table "${schema}".audit_seal (
      number bigint constraint audit_seal_pkey primary key,
      sealed_at timestamptz not null,
      entries bigint not null,
      through_xid xid8 not null,
      through_id bigint not null,
      hash text not null
    )`);
  await runner.query(`grant select, insert on "${schema}".audit_seal to ${login}`);
  await forceRowSecurity(runner, `"${schema}".audit_seal`, [
    { name: 'auditors_and_the_sealer_read', command: 'select', allows: roleIsOneOf('auditor', 'sealer') },
    { name: 'the_sealer_adds', command: 'insert', allows: roleIsOneOf('sealer') },
  ]);
}

/** The migration of a part whose audit log was there before logs were sealed. `stamp` orders it among the part's own. */
export function sealAuditMigration(schema: string, stamp: string): new () => MigrationInterface {
  return class SealAudit implements MigrationInterface {
    readonly name = `SealAudit${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      await sealAudit(runner, schema);
    }

    /** An audit log is never removed. */
    down(): Promise<void> {
      return Promise.reject(new Error('What people did is kept nowhere else'));
    }
  };
}
