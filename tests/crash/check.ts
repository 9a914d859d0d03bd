import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dirtOf } from '../../demo/dirt';
import { generateCorporate } from '../../demo/generate';
import { type Random, randomOf } from '../../demo/random';
import { makeRoot, prepareDirectory } from './place';
import { type Phase, playRound, type Round } from './round';
import { importUndisturbed, type Undisturbed } from './undisturbed';

export interface CrashCheck {
  readonly undisturbed: Undisturbed;
  /** Plays one round; the same number gives the same moment. */
  play(round: { readonly phase: Phase; readonly beside: boolean; readonly number: number }): Promise<Round>;
  /** Removes everything that was made. */
  end(): void;
}

/** Prepares rounds of power cuts: a file, a data directory to begin with, and what an undisturbed import gives. */
export async function prepareCrashCheck({ rows, seed }: { rows: number; seed: number }): Promise<CrashCheck> {
  const root = makeRoot(os.tmpdir());
  const template = path.join(root, 'template');
  const file = path.join(root, 'corporate-crm.csv');
  await prepareDirectory(template);
  await writeExtract(file, { rows, seed });
  const undisturbed = await importUndisturbed({ root, template, file });
  const play: CrashCheck['play'] = ({ phase, beside, number }) => {
    const random: Random = randomOf(seed, phase === 'import' ? 1 : 2, number);
    return playRound({ phase, beside, random, root, template, file, undisturbed });
  };
  return { undisturbed, play, end: () => fs.rmSync(root, { recursive: true }) };
}

async function writeExtract(file: string, { rows, seed }: { rows: number; seed: number }): Promise<void> {
  const output = fs.createWriteStream(file);
  for await (const block of generateCorporate({ seed, rows, dirt: dirtOf(3) })) output.write(block);
  await new Promise<void>((resolve) => output.end(resolve));
}
