import fs from 'node:fs';
import { generateAdults } from '../../demo/adults/generate-adults';
import { generateCalls } from '../../demo/calls/generate-calls';
import { callDirtOf } from '../../demo/calls/made-call';
import { childrensDirtOf } from '../../demo/childrens/dirt';
import { generateChildrens } from '../../demo/childrens/generate-childrens';
import { dirtOf } from '../../demo/dirt';
import { generateCorporate } from '../../demo/generate';
import { generateCoverage } from '../../demo/generate-coverage';
import { generateOmbudsman } from '../../demo/ombudsman/generate-ombudsman';
import type { SourceName } from '../../imports/sources';
import { grouped } from '../figures';
import { measuredImport } from '../measured-import';
import { openBench, removeDirectory } from '../open-bench';
import { benchPath, madeUpOnce } from '../place';
import { tell } from '../report';
import { copyUntil } from './copies';

const SEED = 1;

interface Extract {
  readonly source: SourceName;
  readonly extension: string;
  readonly rows: number;
  blocks(rows: number): Iterable<string | Buffer> | AsyncIterable<string | Buffer>;
}

/** What a council of this size would hand over: most of it corporate, as in the demonstration, and every other source. */
const extractsOf = (size: number): readonly Extract[] => [
  {
    ...{ source: 'corporate-crm', extension: 'csv', rows: size },
    blocks: (rows) => generateCorporate({ seed: SEED, rows, dirt: dirtOf(1) }),
  },
  {
    ...{ source: 'adults', extension: 'csv', rows: Math.ceil(size / 20) },
    blocks: (rows) => generateAdults({ seed: SEED, rows, dirt: dirtOf(1) }),
  },
  {
    ...{ source: 'childrens', extension: 'jsonl', rows: Math.ceil(size / 20) },
    blocks: (rows) => generateChildrens({ seed: SEED, rows, dirt: childrensDirtOf(1) }),
  },
  {
    ...{ source: 'ombudsman', extension: 'xlsx', rows: Math.ceil(size / 500) },
    blocks: (rows) => [generateOmbudsman({ seed: SEED, rows, dirt: dirtOf(1) })],
  },
  {
    ...{ source: 'calls', extension: 'csv', rows: Math.ceil(size / 20) },
    blocks: (rows) => generateCalls({ seed: SEED, rows, dirt: callDirtOf(1) }),
  },
  {
    ...{ source: 'coverage', extension: 'csv', rows: 1 },
    blocks: () => [generateCoverage({ seed: SEED, dirt: 0 })],
  },
];

/** More are copied from these: see there. */
const MOST_IMPORTED = 100_000;

/**
 * The data directory of a made-up council with so many complaints at least, imported from every source by the command as
 * anybody would, so that complaints, their people, cases and figures are all there. Loaded once, and kept for the next time.
 */
export async function loadedCouncil(complaints: number): Promise<string> {
  const directory = benchPath(`site-${complaints}`);
  const done = `${directory}.loaded`;
  if (fs.existsSync(done)) return directory;
  removeDirectory(directory);
  const database = await openBench(directory);
  for (const { source, extension, rows, blocks } of extractsOf(Math.min(complaints, MOST_IMPORTED))) {
    const name = `${source}-${rows}.${extension}`;
    const file = await madeUpOnce({ file: name, rows, blocks: () => blocks(rows) });
    tell(`Importing ${grouped(rows)} rows of ${source}, once for this bench…`);
    await measuredImport({ directory, source, file });
  }
  await copyUntil(database.client, complaints);
  await database.client.query('vacuum analyze');
  await database.stop();
  fs.writeFileSync(done, '');
  return directory;
}
