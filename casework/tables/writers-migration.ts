import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listHolds, roleIsOneOf, setting } from '../../platform/postgres/row-security';
import type { StreamDefinition } from '../stream/definition';

/**
 * Who may add and change a stream's records: imports, and officers cleared for the stream, in a command. A command names
 * itself in its scope and a query does not, so that no query can write. Removing stays with imports.
 */
const writers = (schema: string): string =>
  `(${roleIsOneOf('import')} or ${[
    roleIsOneOf('officer'),
    listHolds('streams', `'${schema}'`),
    `${setting('command')} is not null`,
  ].join(' and ')})`;

/** The follower that gives words their meanings changes these too. */
const FOLLOWED = ['complaint', 'stage'];

/** Lets a command write what an import writes, under policies that name neither. */
export function writersMigration({
  name: schema,
  ownStage,
  ownAccount,
}: Pick<StreamDefinition, 'name' | 'ownStage' | 'ownAccount'>): new () => MigrationInterface {
  const own = [ownStage, ...(ownAccount ? [ownAccount] : [])].map(({ stored }) => stored.name);
  const tables = [...FOLLOWED, 'account', ...own];
  return class AdmitWriters implements MigrationInterface {
    readonly name = 'AdmitWriters1767225600100';

    async up(runner: QueryRunner): Promise<void> {
      for (const table of tables) {
        await rename(runner, { schema, table, from: 'loads', to: 'writers' });
        await allow(runner, { schema, table, prefix: 'writers', condition: writers(schema) });
      }
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const table of tables) {
        await allow(runner, { schema, table, prefix: 'writers', condition: roleIsOneOf('import') });
        await rename(runner, { schema, table, from: 'writers', to: 'loads' });
      }
    }
  };
}

interface OfTable {
  readonly schema: string;
  readonly table: string;
}

async function rename(
  runner: QueryRunner,
  { schema, table, from, to }: OfTable & { readonly from: string; readonly to: string },
): Promise<void> {
  for (const command of ['add', 'change']) {
    await runner.query(
      `alter policy ${from}_${command} on "${schema}"."${table}" rename to ${to}_${command}`,
    );
  }
}

async function allow(
  runner: QueryRunner,
  { schema, table, prefix, condition }: OfTable & { readonly prefix: string; readonly condition: string },
): Promise<void> {
  const on = `on "${schema}"."${table}"`;
  const changes = FOLLOWED.includes(table) ? `(${condition} or ${roleIsOneOf('projection')})` : condition;
  await runner.query(`alter policy ${prefix}_add ${on} with check (${condition})`);
  await runner.query(`alter policy ${prefix}_change ${on} using (${changes}) with check (${changes})`);
}
