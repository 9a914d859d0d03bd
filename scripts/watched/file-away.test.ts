import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Watched } from '../../subgraphs/intake/subgraph';
import { fileAway } from './file-away';

const ended = (given: Partial<Watched> = {}): Watched => ({
  ...{ id: 7, state: 'done', source: 'crm', watched: 'crm/May.csv', refusal: null, message: null },
  sha256: createHash('sha256').update('a').digest('hex'),
  outcome: {
    ...{
      read: 3,
      loaded: 2,
      updated: 0,
      copies: 0,
      leftOut: 0,
      quarantined: 1,
      leftOutFor: [],
      notes: ['Look.'],
    },
    faults: [{ code: 'BROKEN', count: 1, action: '', first: [] }],
  },
  ...given,
});

describe('a file whose import has ended', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'away-'));
    await mkdir(path.join(folder, 'crm'));
    await writeFile(path.join(folder, 'crm', 'May.csv'), 'a');
  });
  afterEach(() => rm(folder, { recursive: true }));
  const namesIn = async (place: string) => (await readdir(path.join(folder, 'crm', place))).sort();

  it('is moved out of the way, with what became of it beside; done again it changes nothing', async () => {
    await fileAway(folder, ended());
    await fileAway(folder, ended());
    expect(await namesIn('.')).toEqual(['done']);
    expect(await readFile(path.join(folder, 'crm', 'done', 'May.csv.outcome.txt'), 'utf8')).toBe(
      'May.csv as crm: done (job 7)\nread 3, loaded 2, copies 0, left out 0, quarantined 1\nBROKEN: 1\nLook.\n',
    );
  });

  it('is moved apart where nothing of it was loaded', async () => {
    await fileAway(
      folder,
      ended({ state: 'refused', refusal: 'WRONG_FORMAT', message: 'A picture.', outcome: null }),
    );
    expect(await readFile(path.join(folder, 'crm', 'refused', 'May.csv.outcome.txt'), 'utf8')).toBe(
      'May.csv as crm: refused (job 7, WRONG_FORMAT)\nA picture.\n',
    );
  });

  it('keeps its own name beside another of the same', async () => {
    await fileAway(folder, ended());
    await writeFile(path.join(folder, 'crm', 'May.csv'), 'a');
    await fileAway(folder, ended({ id: 8 }));
    expect(await namesIn('done')).toEqual([
      'May (job 8).csv',
      'May (job 8).csv.outcome.txt',
      'May.csv',
      'May.csv.outcome.txt',
    ]);
  });

  it('stays where another has come in its place', async () => {
    await writeFile(path.join(folder, 'crm', 'May.csv'), 'another');
    await fileAway(folder, ended());
    expect(await namesIn('.')).toEqual(['May.csv']);
  });
});
