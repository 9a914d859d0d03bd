import fs from 'node:fs';
import os from 'node:os';

/** The load average over the last minute: what else ran beside a measurement. */
export const load = (): string => (os.loadavg()[0] ?? 0).toFixed(1);

const NANOS_PER_MILLI = 1e6;

/** How long the processor has worked for this process's main thread, in milliseconds; NaN where Linux does not tell. */
export function processorMillis(): number {
  try {
    const [nanos] = fs.readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(nanos) / NANOS_PER_MILLI;
  } catch {
    return Number.NaN;
  }
}

/** What a report begins with: without it no figure can be compared with another. */
export function describeMachine(databaseVersion: string): string[] {
  const [processor] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return [
    `- ${new Date().toISOString().slice(0, 10)}`,
    `- ${os.cpus().length} cores (${processor?.model.trim() ?? 'unknown'}), ${memory} GiB of memory`,
    `- ${os.platform()} ${os.arch()}, Node ${process.versions.node}, PostgreSQL ${databaseVersion} (embedded)`,
  ];
}
