import type { Writable } from 'node:stream';
import { printable } from '../../imports/kit/printable';
import type { Loaded, Refused } from '../../imports/pipeline';
import type { Fault } from '../../imports/record';
import { asShown, type Reported, write } from './report-json';

/** Lines of a file that are shown for each code. */
const SHOWN = 3;

/** The code of an import that something unexpected ended. */
export const BROKE_OFF = 'IMPORT_FAILED';

/** What the summary says beside counts and faults. */
export interface Aside {
  /** Rows left out, by reason. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** What to look at in the file. */
  readonly notices: readonly string[];
}

export const NOTHING_ASIDE: Aside = { leftOut: new Map(), notices: [] };

/** One kind of fault, with the places where it was met first. */
export interface Kind {
  count: number;
  /** What was done about the first. */
  readonly action: string;
  readonly first: Fault[];
}

/** Writes the outcome for people: the counts, what to look at, each kind of fault with its first lines, and what to do. */
export async function reportSummary(
  output: Writable,
  { source, file, dryRun }: Reported & { dryRun: boolean },
  outcome: Loaded | Refused,
  { leftOut, notices }: Aside = NOTHING_ASIDE,
): Promise<void> {
  if (outcome.kind === 'refused')
    return writeLines(output, [refused(file, dryRun, outcome), ...outcome.message.split('\n')]);
  const kinds = await kindsOf(outcome.faults());
  const head = dryRun
    ? `A trial of ${file} as ${source}: nothing was kept. Without --dry-run it would be:`
    : `Loaded ${file} as ${source}.`;
  const lines = [
    head,
    '',
    ...counts(outcome, leftOut),
    ...spaced([...notices, ...outcome.notes]),
    ...faults(kinds),
    ...advice(outcome),
  ];
  await writeLines(output, lines);
}

/** An import that broke off may have had some of its records kept; a dry run has none. */
function refused(file: string, dryRun: boolean, { code }: Refused): string {
  if (code === BROKE_OFF && !dryRun) return `${file} was not loaded to its end (${code}).`;
  return `Nothing of ${file} was loaded (${code}).`;
}

/** A file's name and an error's words may hold anything; a terminal is to obey none of it. */
const writeLines = (output: Writable, lines: readonly string[]): Promise<void> =>
  write(output, `${lines.map(printable).join('\n')}\n`);

function counts(
  { counts: { read, loaded, updated, copies, leftOut, quarantined } }: Loaded,
  reasons: Aside['leftOut'],
): string[] {
  const row = (name: string, count: number, note = '') =>
    `  ${name.padEnd(12)}${String(count).padStart(9)}${note}`;
  return [
    row('read', read),
    row('loaded', loaded, updated > 0 ? `  (${updated} of them replaced an older state)` : ''),
    row('copies', copies),
    row('left out', leftOut),
    ...[...reasons].sort(([, a], [, b]) => b - a).map(([reason, count]) => row('', count, `  ${reason}`)),
    row('quarantined', quarantined),
  ];
}

const spaced = (notices: readonly string[]): string[] => notices.flatMap((notice) => ['', notice]);

/** The faults by their codes. */
export async function kindsOf(pages: AsyncIterable<readonly Fault[]>): Promise<Map<string, Kind>> {
  const kinds = new Map<string, Kind>();
  for await (const page of pages) {
    for (const fault of page) {
      const kind = kinds.get(fault.code) ?? { count: 0, action: fault.action, first: [] };
      kinds.set(fault.code, kind);
      kind.count += 1;
      if (kind.first.length < SHOWN) kind.first.push(asShown(fault));
    }
  }
  return kinds;
}

function faults(kinds: ReadonlyMap<string, Kind>): string[] {
  if (kinds.size === 0) return ['', 'No faults.'];
  const byCount = [...kinds].sort(([, a], [, b]) => b.count - a.count);
  return byCount.flatMap(([code, { count, action, first }]) => [
    '',
    `${code} (${count}): ${action}`,
    ...first.map((fault) => placeOf(fault, action)),
    ...(count > first.length ? [`  and ${count - first.length} more`] : []),
  ]);
}

/** Where a fault is; and what was done about it, where that is not what was done about the first of its kind. */
function placeOf({ line, column, value, action }: Fault, listed: string): string {
  const where = column === null ? `  line ${line}` : `  line ${line}, ${column}`;
  const what = value === null ? where : `${where}: ${JSON.stringify(value)}`;
  return action === listed ? what : `${what}. ${action}`;
}

function advice({ counts: { quarantined } }: Loaded): string[] {
  if (quarantined === 0) return [];
  const rows = quarantined === 1 ? 'One row is' : `${quarantined} rows are`;
  return [
    '',
    `${rows} in quarantine and in no figure. Correct them in the system they come from, export again, and import that.`,
  ];
}
