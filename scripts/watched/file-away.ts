import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { printable } from '../../imports/kit/printable';
import type { Watched } from '../../subgraphs/intake/subgraph';
import { versionOf } from './quiet-files';

/**
 * Moves a file whose import has ended out of the way, with what became of it beside: to `done`, or to `refused` where
 * nothing of it was loaded. Done again it changes nothing; a file that has come in its place meanwhile stays.
 */
export async function fileAway(folder: string, job: Watched): Promise<void> {
  const from = path.join(folder, job.watched);
  if ((await versionOf(from)) === null || (await sha256Of(from)) !== job.sha256) return;
  const { dir, base } = path.parse(from);
  const to = path.join(dir, job.state === 'done' ? 'done' : 'refused');
  await mkdir(to, { recursive: true });
  const target = path.join(to, await freeName(to, base, job.id));
  await writeFile(`${target}.outcome.txt`, outcomeText(base, job));
  await rename(from, target);
}

/** A file of the same name that is there already keeps it. */
async function freeName(folder: string, name: string, id: number): Promise<string> {
  if ((await versionOf(path.join(folder, name))) === null) return name;
  const { name: stem, ext } = path.parse(name);
  return `${stem} (job ${id})${ext}`;
}

function outcomeText(name: string, { id, state, source, refusal, message, outcome }: Watched): string {
  const counts =
    outcome === null
      ? []
      : [
          `read ${outcome.read}, loaded ${outcome.loaded}, copies ${outcome.copies}, left out ${outcome.leftOut}, quarantined ${outcome.quarantined}`,
          ...outcome.faults.map(({ code, count }) => `${code}: ${count}`),
          ...outcome.notes,
        ];
  const lines = [
    `${name} as ${source ?? 'unknown'}: ${state} (job ${id}${refusal === null ? '' : `, ${refusal}`})`,
    ...(message === null ? [] : message.split('\n')),
    ...counts,
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
