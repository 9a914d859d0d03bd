import fs from 'node:fs';
import type { Client } from 'pg';

/** Clock ticks of the kernel: a hundred a second on every Linux that Node runs on. */
const TICK_MILLIS = 10;

/** What a piece of work took of the processor, in milliseconds: of this process, and of the database's. */
export interface ProcessorTime {
  readonly node: number;
  readonly database: number;
}

/** The processor time of some work, whatever else the machine does meanwhile. Reads /proc: Linux alone. */
export async function processorTime(client: Client, work: () => Promise<unknown>): Promise<ProcessorTime> {
  const before = { node: process.cpuUsage(), database: await databaseMillis(client) };
  await work();
  const { user, system } = process.cpuUsage(before.node);
  return { node: (user + system) / 1_000, database: (await databaseMillis(client)) - before.database };
}

/** Of all backends, and of the parallel workers that have ended: those the server itself has waited for. */
async function databaseMillis(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>(
    'select pid from pg_stat_activity where pid is not null',
  );
  const [server] = rows.flatMap(({ pid }) => statOf(pid)?.parent ?? []);
  const ended = server === undefined ? 0 : (statOf(server)?.ofEnded ?? 0);
  return rows.reduce((sum, { pid }) => sum + (statOf(pid)?.own ?? 0), ended);
}

function statOf(pid: number): { parent: number; own: number; ofEnded: number } | null {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before may hold spaces; what follows it is counted from the third field on.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
    return { parent, own: (user + system) * TICK_MILLIS, ofEnded: (endedUser + endedSystem) * TICK_MILLIS };
  } catch {
    return null;
  }
}
