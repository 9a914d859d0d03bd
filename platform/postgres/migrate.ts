import type { Clock } from '../config/clock';
import { ensureDeadLetterTables } from '../outbox/dead-letters';
import { ensureEventSets } from '../outbox/event-sets-column';
import { ensureTraceColumn } from '../outbox/trace-column';
import { renewReaders } from '../records/bi-logins';
import type { Subgraph } from '../server/subgraph';
import { inTransaction } from '../transaction/transaction';
import { connect } from './connect';
import { type Home, homesOf, type Logins, loginsOf, type OpenHome, type OwnerUrl } from './logins';
import { closeDatabase, createSchema } from './migration/grants';
import { ensureLogins, type Keyring, loginsFor } from './migration/keyring';
import { grantLocks } from './migration/locks';
import { asOwner, type Owner } from './migration/owner';
import { runMigrations, withPendingMigrations } from './migration/pending';

export type { Logins } from './logins';

/** What of a subgraph its migration needs. */
export type Migrated = Pick<Subgraph, 'name' | 'tables' | 'migrations' | 'seed'>;

export interface Migrate {
  /** One owner for all subgraphs, or the owner for a subgraph's name. It may create roles and schemas. */
  readonly ownerUrl: OwnerUrl;
  readonly subgraphs: readonly Migrated[];
  readonly clock: Clock;
}

/**
 * Brings every subgraph's schema up to date and returns the logins: schemas and logins are made where missing, then
 * migrations run as the owner, then each `seed` as the subgraph's own login. Processes that migrate the same database
 * at once take turns. With nothing to do it takes a few queries.
 * Throws `DatabaseRefusal` with what to do, and whatever a migration throws, in which case that migration left nothing.
 */
export async function migrate({ ownerUrl, subgraphs, clock }: Migrate): Promise<Logins> {
  const homes: OpenHome[] = [];
  for (const home of homesOf(ownerUrl, subgraphs)) {
    homes.push(
      await asOwner({ url: home.ownerUrl, alone: true }, (owner) => migrateHome(owner, home, clock)),
    );
  }
  return loginsOf(homes);
}

async function migrateHome(owner: Owner, home: Home<Migrated>, clock: Clock): Promise<OpenHome> {
  const ring = await prepare(owner, home.subgraphs, clock);
  const open: OpenHome = { ...home, database: owner.database, ring };
  const logins = loginsOf([open]);
  for (const subgraph of home.subgraphs) await seed(subgraph, logins);
  return open;
}

async function prepare(owner: Owner, subgraphs: readonly Migrated[], clock: Clock): Promise<Keyring> {
  const names = loginsFor(subgraphs);
  const { ring, made } = await ensureLogins(owner, names, clock.now());
  await grantLocks(owner, names);
  const pending = await withPendingMigrations(owner, subgraphs);
  if (made || pending.length > 0) await closeDatabase(owner, names);
  await ensureEventSets(
    owner,
    subgraphs.map(({ name }) => name),
  );
  for (const subgraph of pending) {
    await createSchema(owner, subgraph.name);
    await runMigrations(owner, subgraph);
  }
  if (pending.length > 0) await renewReaders(owner);
  await ensureTraceColumn(
    owner,
    subgraphs.map(({ name }) => name),
  );
  await ensureDeadLetterTables(
    owner,
    subgraphs.map(({ name }) => name),
  );
  return ring;
}

/** Reference data is written under the same row-level security as everything else. */
async function seed(subgraph: Migrated, logins: Logins): Promise<void> {
  const write = subgraph.seed;
  if (!write) return;
  const dataSource = await connect({ url: logins.urlOf(subgraph.name), subgraph, poolSize: 1 });
  try {
    await inTransaction(dataSource, { subject: 'seed', role: 'seed' }, (transaction) => write(transaction));
  } finally {
    await dataSource.destroy();
  }
}
