import type { QueryRunner } from 'typeorm';

/** Indexes by which auditors read a schema's audit log: the newest first, of everybody or of one person. */
export async function indexAudit(runner: QueryRunner, schema: string): Promise<void> {
  await runner.query(`create index audit_entry_by_time on "${schema}".audit_entry (at, id)`);
  await runner.query(`create index audit_entry_by_actor on "${schema}".audit_entry (actor, at, id)`);
}

/** Takes those indexes away. */
export async function unindexAudit(runner: QueryRunner, schema: string): Promise<void> {
  await runner.query(`drop index "${schema}".audit_entry_by_time, "${schema}".audit_entry_by_actor`);
}
