import type { Writable } from 'node:stream';
import type { Loaded, Refused } from '../../imports/pipeline';
import type { Fault } from '../../imports/record';
import { asShown, type Reported, write } from './report-json';

/** Lines of a file that are shown for each code. */
const SHOWN = 3;

interface Kind {
  count: number;
  /** What was done about the first. */
  readonly action: string;
  readonly first: Fault[];
}

/** Writes the outcome for people: the counts, what to look at, each kind of fault with its first lines, and what to do. */
export async function reportSummary(
  output: Writable,
  { source, file, trial }: Reported & { trial: boolean },
  outcome: Loaded | Refused,
  notices: readonly string[] = [],
): Promise<void> {
  if (outcome.kind === 'refused') {
    await write(output, `Nothing of ${file} was loaded (${outcome.code}).\n${outcome.message}\n`);
    return;
  }
  const kinds = await kindsOf(outcome.faults());
  const head = trial
    ? `A trial of ${file} as ${source}: nothing was kept. Without --dry-run it would be:`
    : `Loaded ${file} as ${source}.`;
  const lines = [head, '', ...counts(outcome), ...spaced(notices), ...faults(kinds), ...advice(outcome)];
  await write(output, `${lines.join('\n')}\n`);
}

function counts({ counts: { read, loaded, updated, copies, leftOut, quarantined } }: Loaded): string[] {
  const row = (name: string, count: number, note = '') =>
    `  ${name.padEnd(12)}${String(count).padStart(9)}${note}`;
  return [
    row('read', read),
    row('loaded', loaded, updated > 0 ? `  (${updated} of them replaced an older state)` : ''),
    row('copies', copies),
    row('left out', leftOut),
    row('quarantined', quarantined),
  ];
}

const spaced = (notices: readonly string[]): string[] => notices.flatMap((notice) => ['', notice]);

async function kindsOf(pages: AsyncIterable<readonly Fault[]>): Promise<Map<string, Kind>> {
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
function placeOf({ line, column, value, action }: Fault, told: string): string {
  const where = column === null ? `  line ${line}` : `  line ${line}, ${column}`;
  const what = value === null ? where : `${where}: ${JSON.stringify(value)}`;
  return action === told ? what : `${what}. ${action}`;
}

function advice({ counts: { quarantined } }: Loaded): string[] {
  if (quarantined === 0) return [];
  const rows = quarantined === 1 ? 'One row is' : `${quarantined} rows are`;
  return [
    '',
    `${rows} in quarantine and in no figure. Correct them in the system they come from, export again, and import that.`,
  ];
}
