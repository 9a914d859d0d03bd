import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { findRunningCluster, startCluster } from '../../platform/postgres/cluster';
import type { Command } from './command';
import { copyDirectory } from './place';
import { TooLate } from './power-cut';
import type { CrashSource } from './sources';

/** How far an import has come, as the database tells. */
export type Mark = 'opened' | 'settled' | 'projecting' | 'behind' | 'projected';

/** SQL for: events of the source that insight has not applied, by the places that followers keep. */
const behind = ({ tellers }: CrashSource): string =>
  tellers.length === 0
    ? 'false'
    : `exists (
  select from (${tellers.map((name) => `select '${name}' as source, xid, id from "${name}".outbox`).join(' union all ')}) event
  where (event.xid, event.id) > all (
    select place.xid, place.id from insight.follower_place place where place.source = event.source))`;
const loaded = ({ name }: CrashSource): string =>
  `exists (select from intake.import_run where source = '${name}' and state = 'loaded')`;

const REACHED: Readonly<Record<Mark, (source: CrashSource) => string>> = {
  opened: ({ name }) => `exists (select from intake.import_run where source = '${name}')`,
  settled: loaded,
  projecting: ({ projected }) => (projected === null ? 'false' : `exists (select from ${projected})`),
  behind,
  projected: (source) => `${loaded(source)} and not ${behind(source)}`,
};

/** Often where the moment is short; else seldom, since looking takes of the time of what is looked at. */
const PAUSE_MILLIS = { short: 3, else: 15 } as const;
/** Codes of PostgreSQL for connections that it ends. */
const SERVER_STOPS = /^57P/;

/** A connection beside the product's that only looks on. */
export interface Watch {
  /** Resolves when the import has come so far, with the moment. Throws `TooLate` when the command ends before. */
  until(mark: Mark): Promise<number>;
  end(): Promise<void>;
}

/** Looks on at the import of a source as soon as the server of its data directory runs. */
export async function watch(
  directory: string,
  { command, source }: { command: Pick<Command, 'hasEnded'>; source: CrashSource },
): Promise<Watch> {
  const client = await connected(directory, command);
  return {
    async until(mark) {
      while (!(await isTrue(client, REACHED[mark](source)))) {
        if (command.hasEnded()) throw new TooLate();
        await delay(mark === 'behind' ? PAUSE_MILLIS.short : PAUSE_MILLIS.else);
      }
      return Date.now();
    },
    end: () => client.end().catch(() => undefined),
  };
}

async function connected(directory: string, command: Pick<Command, 'hasEnded'>): Promise<Client> {
  for (;;) {
    const cluster = await findRunningCluster({ directory }).catch(() => null);
    if (cluster) return connectedTo(cluster.superuserUrl);
    if (command.hasEnded()) throw new TooLate();
    await delay(PAUSE_MILLIS.else);
  }
}

async function connectedTo(superuserUrl: string): Promise<Client> {
  const url = new URL(superuserUrl);
  url.pathname = '/complaints';
  const client = new Client({ connectionString: url.href });
  // The server may be killed under it.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Throws `TooLate` where the server is gone: the command that started it has stopped it. */
async function isTrue(client: Client, condition: string): Promise<boolean> {
  try {
    const { rows } = await client.query<{ reached: boolean }>(`select ${condition} as reached`);
    return rows[0]?.reached ?? false;
  } catch (error) {
    throw error instanceof DatabaseError && !SERVER_STOPS.test(error.code ?? '') ? error : new TooLate();
  }
}

/** What a power cut left. */
export interface Left {
  /** The state of the source's newest run in the ledger: `running` where it was cut off, `loaded` where it was settled. */
  readonly run: string | null;
  /** Stages, cases or calls that were recorded, and those of them that insight held; null where it holds none. */
  readonly recorded: number;
  readonly projected: number | null;
  /** Whether insight had still to apply some event. */
  readonly behind: boolean;
}

/** Looks at what a power cut left, in a copy: the product itself has to be the first to find the real one. */
export async function lookAt(directory: string, source: CrashSource): Promise<Left> {
  const copy = `${directory}-copy`;
  copyDirectory(directory, copy);
  const cluster = await startCluster({ directory: copy });
  const client = await connectedTo(cluster.superuserUrl);
  try {
    const { rows } = await client.query<Left>(left(source));
    const [found] = rows;
    if (!found) throw new Error('Nothing could be read of what was left');
    return found;
  } finally {
    await client.end();
    await cluster.stop();
    fs.rmSync(copy, { recursive: true });
  }
}

const left = (source: CrashSource): string => `select
  (select state from intake.import_run where source = '${source.name}' order by id desc limit 1) as run,
  (${source.recorded.map(rowsIn).join(' + ')})::int as recorded,
  ${source.projected === null ? 'null' : rowsIn(source.projected)}::int as projected,
  ${behind(source)} as behind`;

const rowsIn = (table: string): string => `(select count(*) from ${table})`;
