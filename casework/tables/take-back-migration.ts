import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../platform/postgres/row-security';
import type { StreamDefinition } from '../stream/definition';

const POLICY = 'loads_take_back';

/** Lets loads remove stages, and what is kept of them, in a schema of a stream; nobody else. Complaints stay. */
export function takeBackMigration({
  name: schema,
  ownStage,
  ownAccount,
}: Pick<StreamDefinition, 'name' | 'ownStage' | 'ownAccount'>): new () => MigrationInterface {
  const own = [ownStage, ...(ownAccount ? [ownAccount] : [])].map(({ stored }) => stored.name);
  const tables = ['stage', 'account', ...own].map((table) => `"${schema}"."${table}"`);
  return class TakeBack implements MigrationInterface {
    readonly name = 'TakeBack1735689600040';

    async up(runner: QueryRunner): Promise<void> {
      const login = await quotedLogin(runner, schema);
      for (const table of tables) {
        await runner.query(`grant delete on ${table} to ${login}`);
        await forceRowSecurity(runner, table, [
          { name: POLICY, command: 'delete', allows: roleIsOneOf('import') },
        ]);
      }
    }

    async down(runner: QueryRunner): Promise<void> {
      const login = await quotedLogin(runner, schema);
      for (const table of tables) {
        await runner.query(`drop policy ${POLICY} on ${table}`);
        await runner.query(`drop policy everybody_delete on ${table}`);
        await runner.query(`revoke delete on ${table} from ${login}`);
      }
    }
  };
}
