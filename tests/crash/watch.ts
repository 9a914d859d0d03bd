import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { findRunningCluster, startCluster } from '../../platform/postgres/cluster';
import type { Command } from './command';
import { copyDirectory } from './place';
import { TooLate } from './power-cut';

/** How far an import has come, as the database tells. */
export type Mark = 'opened' | 'settled' | 'projecting' | 'projected';

/** Events that the streams have told and insight has not applied, by the places that followers keep. */
const BEHIND = `exists (
  select from (
    select 'corporate' as source, xid, id from corporate.outbox
    union all select 'schools', xid, id from schools.outbox) event
  where (event.xid, event.id) > all (
    select place.xid, place.id from insight.follower_place place where place.source = event.source))`;
const LOADED = `exists (select from intake.import_run where state = 'loaded')`;

const REACHED: Readonly<Record<Mark, string>> = {
  opened: 'exists (select from intake.import_run)',
  settled: LOADED,
  projecting: 'exists (select from insight.stage_fact)',
  projected: `${LOADED} and not ${BEHIND}`,
};

const PAUSE_MILLIS = 3;

/** A connection beside the product's that only looks on. */
export interface Watch {
  /** Resolves when the import has come so far, with the moment. Throws `TooLate` when the command ends before. */
  until(mark: Mark): Promise<number>;
  end(): Promise<void>;
}

/** Looks on at a data directory as soon as its server runs. */
export async function watch(directory: string, command: Pick<Command, 'hasEnded'>): Promise<Watch> {
  const client = await connected(directory, command);
  return {
    async until(mark) {
      while (!(await isTrue(client, REACHED[mark]))) {
        if (command.hasEnded()) throw new TooLate();
        await delay(PAUSE_MILLIS);
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
    await delay(PAUSE_MILLIS);
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

async function isTrue(client: Client, condition: string): Promise<boolean> {
  const { rows } = await client.query<{ reached: boolean }>(`select ${condition} as reached`);
  return rows[0]?.reached ?? false;
}

/** What a power cut left. */
export interface Left {
  /** The state of the newest run in the ledger: `running` where it was cut off, `loaded` where it was settled. */
  readonly run: string | null;
  /** Complaints that the streams held, and those of them that insight did. */
  readonly complaintsTold: number;
  readonly complaintsProjected: number;
  /** Whether insight had still to apply some event. */
  readonly behind: boolean;
}

/** Looks at what a power cut left, in a copy: the product itself has to be the first to find the real one. */
export async function lookAt(directory: string): Promise<Left> {
  const copy = `${directory}-copy`;
  copyDirectory(directory, copy);
  const cluster = await startCluster({ directory: copy });
  const client = await connectedTo(cluster.superuserUrl);
  try {
    const { rows } = await client.query<Left>(LEFT);
    const [left] = rows;
    if (!left) throw new Error('Nothing could be read of what was left');
    return left;
  } finally {
    await client.end();
    await cluster.stop();
    fs.rmSync(copy, { recursive: true });
  }
}

const LEFT = `select
  (select state from intake.import_run order by id desc limit 1) as run,
  ((select count(*) from corporate.complaint) + (select count(*) from schools.complaint))::int as "complaintsTold",
  (select count(*) from insight.complaint_fact)::int as "complaintsProjected",
  ${BEHIND} as behind`;
