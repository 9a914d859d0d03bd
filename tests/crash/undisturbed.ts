import path from 'node:path';
import type { Command, Ended } from './command';
import { startCommand } from './command';
import { copyDirectory } from './place';
import type { CrashSource } from './sources';
import { readStoredState, type StoredState } from './stored-state';
import { watch } from './watch';

/** What an import said and what it left. */
export interface Outcome {
  readonly said: string;
  readonly state: StoredState;
}

/** What rounds are held against: the same import without disturbance, once and once more, and how long it took. */
export interface Undisturbed {
  readonly first: Outcome;
  /** Made when it is first asked for: few rounds need it. */
  second(): Promise<Outcome>;
  /** From the opening of the run until it was settled. */
  readonly importMillis: number;
  /** From the first fact of the import until the last; null where nothing is projected. */
  readonly projectionMillis: number | null;
}

/** The file that all rounds of a source load. */
export interface Extract {
  readonly source: CrashSource;
  readonly file: string;
}

/** Starts the import of a file. */
export const startImport = (
  directory: string,
  { source, file }: { source: Pick<CrashSource, 'name'>; file: string },
): Command => startCommand('import', { directory, args: [source.name, file, '--json'] });

/** Imports a file, undisturbed, into a copy of `template`. */
export async function importUndisturbed({
  root,
  template,
  extract,
}: {
  root: string;
  template: string;
  extract: Extract;
}): Promise<Undisturbed> {
  const directory = path.join(root, 'undisturbed');
  copyDirectory(template, directory);
  const timed = startImport(directory, extract);
  const times = await timesOf(directory, { timed, source: extract.source });
  const outcome = async (importing: Command): Promise<Outcome> => ({
    said: saidBy(await importing.ended),
    state: await readStoredState(directory, extract.source),
  });
  const first = await outcome(timed);
  let second: Promise<Outcome> | null = null;
  return {
    ...{ first, ...times },
    second() {
      second ??= outcome(startImport(directory, extract));
      return second;
    },
  };
}

async function timesOf(
  directory: string,
  { timed, source }: { timed: Command; source: CrashSource },
): Promise<Pick<Undisturbed, 'importMillis' | 'projectionMillis'>> {
  const looking = await watch(directory, { command: timed, source });
  try {
    const opened = await looking.until('opened');
    if (source.projected === null)
      return { importMillis: (await looking.until('settled')) - opened, projectionMillis: null };
    const projecting = await looking.until('projecting');
    const settled = looking.until('settled');
    const projected = await looking.until('projected');
    return { importMillis: (await settled) - opened, projectionMillis: projected - projecting };
  } finally {
    await looking.end();
  }
}

/** What an import said on standard output. Throws when it did not end well. */
export function saidBy({ code, signal, stdout, stderr }: Ended): string {
  if (code === 0) return stdout;
  throw new Error(`An import ended with ${signal ?? `exit code ${code}`}: ${stderr.trim() || stdout.trim()}`);
}
