import os from 'node:os';

const GIGABYTE = 1024 ** 3;

/** The machine that a report was printed on, and how busy it was with other things. */
export function machine(): string {
  const [load = 0] = os.loadavg();
  const memory = `${Math.round(os.totalmem() / GIGABYTE)} GiB`;
  return `${os.cpus().length} cores, ${memory}, Node ${process.versions.node}, embedded PostgreSQL 18, load before the run ${load.toFixed(1)}`;
}

/** The middle of an odd number of values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Rows as a Markdown table under their header. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Milliseconds in words of three digits. */
export const seconds = (millis: number): string =>
  millis < 1_000 ? `${Math.round(millis)} ms` : `${(millis / 1_000).toFixed(millis < 10_000 ? 2 : 1)} s`;
