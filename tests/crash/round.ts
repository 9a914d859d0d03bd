import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../demo/random';
import { startCluster } from '../../platform/postgres/cluster';
import { type Command, startCommand } from './command';
import { copyDirectory } from './place';
import { cutPower, TooLate } from './power-cut';
import { differences, readStoredState } from './stored-state';
import { type Extract, saidBy, startImport, type Undisturbed } from './undisturbed';
import { type Left, lookAt, watch } from './watch';

/** What is cut off: the import itself, or what carries its events to the figures. */
export type Phase = 'import' | 'projection';

export interface RoundOptions {
  readonly phase: Phase;
  /** Whether the product runs beside the import, and is killed with it. */
  readonly beside: boolean;
  readonly random: Random;
  readonly root: string;
  readonly template: string;
  readonly extract: Extract;
  readonly undisturbed: Undisturbed;
}

/** One power cut and what came of it. */
export interface Round {
  /** After the phase had begun. */
  readonly cutAfterMillis: number;
  readonly phaseMillis: number;
  readonly processesKilled: number;
  readonly left: Left;
  /** Nothing when all is as without disturbance. */
  readonly differences: readonly string[];
}

const ATTEMPTS = 20;

/**
 * Imports into a fresh data directory, kills everything at a random moment of the phase, then makes the same import
 * again and compares. A cut that came too late, or before anything of the phase was there to be lost, is made again.
 */
export async function playRound(options: RoundOptions): Promise<Round> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const directory = path.join(options.root, 'round');
    copyDirectory(options.template, directory);
    try {
      const cut = await cutIn(directory, options);
      if (cut !== null) return { ...cut, differences: await recovered(directory, options, cut.left) };
    } finally {
      await remove(directory);
    }
  }
  throw new Error(`No power cut met the ${options.phase} in ${ATTEMPTS} attempts`);
}

type Cut = Omit<Round, 'differences'>;

/** Null where the moment did not meet the phase. */
async function cutIn(directory: string, options: RoundOptions): Promise<Cut | null> {
  const { phase, beside, random, extract } = options;
  const phaseMillis = millisOf(options);
  const cutAfterMillis = Math.floor(random.next() * phaseMillis);
  const commands: Command[] = [];
  if (beside) {
    commands.push(startCommand('start', { directory }));
    await commands[0]?.says('ready');
  }
  const importing = startImport(directory, extract);
  commands.push(importing);
  try {
    const looking = await watch(directory, { command: importing, source: extract.source });
    await looking.until(phase === 'import' ? 'opened' : 'projecting');
    await delay(cutAfterMillis);
    // The figures follow an import closely: most moments would find nothing under way.
    if (phase === 'projection') await looking.until('behind');
    const processesKilled = commands.length + (await cutPower(directory, commands));
    await looking.end();
    const left = await lookAt(directory, extract.source);
    const met = phase === 'import' ? left.run === 'running' : left.behind;
    return met ? { cutAfterMillis, phaseMillis, processesKilled, left } : null;
  } catch (error) {
    if (error instanceof TooLate) return null;
    throw error;
  } finally {
    for (const command of commands) if (!command.hasEnded()) process.kill(command.pid, 'SIGKILL');
    await Promise.all(commands.map(({ ended }) => ended));
  }
}

function millisOf({ phase, undisturbed }: RoundOptions): number {
  const millis = phase === 'import' ? undisturbed.importMillis : undisturbed.projectionMillis;
  if (millis === null) throw new Error('Nothing of this source is projected');
  return millis;
}

/** Makes the same import again and says what is not as it would have been undisturbed. */
async function recovered(directory: string, options: RoundOptions, left: Left): Promise<string[]> {
  const { extract, undisturbed } = options;
  const expected = left.run === 'loaded' ? await undisturbed.second() : undisturbed.first;
  const said = saidBy(await startImport(directory, extract).ended);
  const state = await readStoredState(directory, extract.source);
  const saidOtherwise = said === expected.said ? [] : [`it said ${said.slice(0, 300)}`];
  return [...saidOtherwise, ...differences(expected.state, state)];
}

/** Stops a server that a cut which came too late has left, and removes the directory. */
async function remove(directory: string): Promise<void> {
  if (fs.existsSync(path.join(directory, 'postgres', 'postmaster.pid'))) {
    await (await startCluster({ directory })).stop();
  }
  fs.rmSync(directory, { recursive: true });
}
