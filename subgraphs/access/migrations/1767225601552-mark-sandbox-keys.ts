import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of partners that open the sandbox, and no record. */
export class MarkSandboxKeys1767225601552 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table access.api_key add column is_sandbox boolean not null default false');
    await runner.query('alter table access.api_key alter column is_sandbox drop default');
    await runner.query(
      `alter table access.api_key add constraint api_key_sandbox_of_partner
       check (not is_sandbox or partner is not null)`,
    );
  }

  /** Without the mark a key of the sandbox would open records. */
  down(): Promise<void> {
    return Promise.reject(new Error('Keys of the sandbox would open records: revoke them first'));
  }
}
