import path from 'node:path';
import type { Command, Ended } from './command';
import { startCommand } from './command';
import { copyDirectory } from './place';
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
  readonly second: Outcome;
  /** From the opening of the run until it was settled. */
  readonly importMillis: number;
  /** From the first fact of the import until the last. */
  readonly projectionMillis: number;
}

/** Starts the import of the file that all rounds load. */
export const startImport = (directory: string, file: string): Command =>
  startCommand('import', { directory, args: ['corporate-crm', file, '--json'] });

/** Imports a file twice, undisturbed, into a copy of `template`. */
export async function importUndisturbed({
  root,
  template,
  file,
}: {
  root: string;
  template: string;
  file: string;
}): Promise<Undisturbed> {
  const directory = path.join(root, 'undisturbed');
  copyDirectory(template, directory);
  const timed = startImport(directory, file);
  const looking = await watch(directory, timed);
  const opened = await looking.until('opened');
  const projecting = await looking.until('projecting');
  const settled = looking.until('settled');
  const projected = await looking.until('projected');
  await looking.end();
  const first = { said: saidBy(await timed.ended), state: await readStoredState(directory) };
  const again = startImport(directory, file);
  const second = { said: saidBy(await again.ended), state: await readStoredState(directory) };
  return {
    first,
    second,
    importMillis: (await settled) - opened,
    projectionMillis: projected - projecting,
  };
}

/** What an import said on standard output. Throws when it did not end well. */
export function saidBy({ code, signal, stdout, stderr }: Ended): string {
  if (code === 0) return stdout;
  throw new Error(`An import ended with ${signal ?? `exit code ${code}`}: ${stderr.trim() || stdout.trim()}`);
}
