import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Random, randomOf } from '../../demo/random';
import { startCommand } from './command';
import { copyDirectory, makeRoot, prepareDirectory } from './place';
import { type Phase, playRound, type Round } from './round';
import type { CrashSource } from './sources';
import { importUndisturbed, saidBy, type Undisturbed } from './undisturbed';

export interface CrashCheck {
  readonly undisturbed: Undisturbed;
  /** What of the source's way can be cut off. */
  readonly phases: readonly Phase[];
  /** Plays one round; the same number gives the same moment. */
  play(round: { readonly phase: Phase; readonly beside: boolean; readonly number: number }): Promise<Round>;
  /** Removes everything that was made. */
  end(): void;
}

interface CrashCheckOptions {
  readonly source: CrashSource;
  readonly rows: number;
  readonly seed: number;
  /** A prepared directory that is to be copied, where several checks begin with the same. */
  readonly prepared?: string;
}

/** Prepares rounds of power cuts: a file, a data directory to begin with, and what an undisturbed import gives. */
export async function prepareCrashCheck({
  source,
  rows,
  seed,
  prepared,
}: CrashCheckOptions): Promise<CrashCheck> {
  const root = makeRoot(os.tmpdir());
  const end = () => fs.rmSync(root, { recursive: true });
  try {
    const template = path.join(root, 'template');
    const extract = { source, file: path.join(root, source.file) };
    if (prepared === undefined) await prepareDirectory(template);
    else copyDirectory(prepared, template);
    if (source.before) await load(template, source.before);
    await writeExtract(extract.file, source.extract({ rows, seed }));
    const undisturbed = await importUndisturbed({ root, template, extract });
    const play: CrashCheck['play'] = ({ phase, beside, number }) => {
      const random: Random = randomOf(seed, phase === 'import' ? 1 : 2, number);
      return playRound({ phase, beside, random, root, template, extract, undisturbed });
    };
    const phases: readonly Phase[] = source.projected === null ? ['import'] : ['import', 'projection'];
    return { undisturbed, phases, play, end };
  } catch (error) {
    end();
    throw error;
  }
}

async function load(directory: string, { source, file }: NonNullable<CrashSource['before']>): Promise<void> {
  saidBy(await startCommand('import', { directory, args: [source, file, '--json'] }).ended);
}

async function writeExtract(file: string, blocks: ReturnType<CrashSource['extract']>): Promise<void> {
  const output = fs.createWriteStream(file);
  for await (const block of blocks) {
    if (!output.write(block)) await once(output, 'drain');
  }
  await new Promise<void>((resolve) => output.end(resolve));
}
