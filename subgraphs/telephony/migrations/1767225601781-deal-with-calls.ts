import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexAudit } from '../../../platform/audit/index-audit';
import { sealAudit } from '../../../platform/audit/seals/seal-audit';
import { createAuditTable } from '../../../platform/audit/tables';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity } from '../../../platform/postgres/row-security';
import { OUTCOME_POLICIES } from '../outcomes/policies';

const TABLES: readonly string[] = [
  `create table telephony.call_complaint (
    authority text not null,
    call_id text not null,
    stream text not null,
    complaint_id text not null,
    recorded_at timestamptz not null,
    version bigint not null,
    constraint call_complaint_pkey primary key (authority, call_id, stream)
  )`,
  `create table telephony.call_outcome (
    authority text not null,
    call_id text not null,
    kind text not null,
    note text,
    by text not null,
    at timestamptz not null,
    key text not null,
    fingerprint text not null,
    constraint call_outcome_pkey primary key (authority, call_id)
  )`,
  'create unique index call_outcome_once on telephony.call_outcome (key)',
];

/** Keeps what became of calls, and an audit log of who read their numbers and dealt with them. */
export class DealWithCalls1767225601781 implements MigrationInterface {
  readonly name = 'DealWithCalls1767225601781';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(table);
    const login = await quotedLogin(runner, 'telephony');
    for (const { table, grants, policies } of OUTCOME_POLICIES) {
      await runner.query(`grant ${grants} on telephony.${table} to ${login}`);
      await forceRowSecurity(runner, `telephony.${table}`, policies);
    }
    await createAuditTable(runner, 'telephony');
    await indexAudit(runner, 'telephony');
    await sealAudit(runner, 'telephony');
  }

  /** An audit log is never removed. */
  down(): Promise<void> {
    return Promise.reject(new Error('What people did is kept nowhere else'));
  }
}
