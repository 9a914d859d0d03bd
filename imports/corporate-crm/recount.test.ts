import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { dirtOf } from '../../demo/dirt';
import { generateCorporate } from '../../demo/generate';
import type { MappedRow } from '../record';
import { testFacts } from '../testing';
import { CORPORATE_FAULTS } from './faults';
import type { CrmStage } from './map';
import { corporateCrm } from './source';
import { type Counted, recounted } from './testing-recount';

/* The importer's answer, in the same words. */

function asCounted(mapped: MappedRow<CrmStage>): Counted {
  if (mapped.kind !== 'taken') return { kind: mapped.kind };
  const { record, identity, lastUpdated } = mapped;
  return {
    kind: 'taken',
    identity,
    stream: record.stream,
    stage: record.number,
    received: record.receivedOn,
    answered: record.answeredOn,
    updated: lastUpdated?.slice(0, 16).replace('T', ' ') ?? null,
    route: record.route,
    parent: record.parentKey,
    outcome: record.outcome,
    serviceKnown: record.serviceId !== null,
    channelKnown: record.channel !== null,
  };
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recount-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function imported(file: string): Promise<{ lines: [number, Counted][]; total: number | null }> {
  const lines: [number, Counted][] = [];
  let total: number | null = null;
  for await (const batch of corporateCrm.read({ file, maximumBytes: 100_000_000 })) {
    for (const row of batch) {
      const mapped = corporateCrm.map(row, testFacts);
      if (mapped.kind === 'noRow') total = mapped.controlTotal?.stages ?? total;
      lines.push([row.line, asCounted(mapped)]);
    }
  }
  return { lines, total };
}

const of = (kind: string, lines: readonly [number, Counted][]) =>
  lines.filter(([, counted]) => counted.kind === kind);
const distinct = (lines: readonly [number, Counted][]) =>
  new Set(of('taken', lines).map(([, { identity }]) => identity)).size;

it('is the same, line by line, for councils of any dirt', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        seed: fc.nat(),
        rows: fc.integer({ min: 0, max: 300 }),
        dirt: fc.constantFrom(0, 1, 5, 20),
      }),
      async ({ seed, rows, dirt }) => {
        let text = '';
        for await (const block of generateCorporate({ seed, rows, dirt: dirtOf(dirt) })) text += block;
        const file = join(folder, 'council.csv');
        await writeFile(file, text);
        const { lines, total } = await imported(file);
        expect(lines).toEqual(recounted(text, testFacts.today));
        expect(lines.length - of('noRow', lines).length).toBe(rows);
        expect(total).toBe(distinct(lines));
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

it('meets every fault that there is, in a council dirty enough', async () => {
  const file = join(folder, 'dirty.csv');
  let text = '';
  for await (const block of generateCorporate({ seed: 7, rows: 5000, dirt: dirtOf(10) })) text += block;
  await writeFile(file, text);
  const codes = new Set<string>();
  for await (const batch of corporateCrm.read({ file, maximumBytes: 100_000_000 })) {
    for (const row of batch) {
      const mapped = corporateCrm.map(row, testFacts);
      if (mapped.kind !== 'noRow') for (const { code } of mapped.faults) codes.add(code);
    }
  }
  expect([...codes].sort()).toEqual(Object.keys(CORPORATE_FAULTS).sort());
});

it('is the same for the demonstration extract: 843 read, 47 left out, 6 quarantined, 770 and 20 copies', async () => {
  const file = join(__dirname, '../../demo/extracts/corporate-crm.csv');
  let text = '';
  for await (const block of createReadStream(file, 'utf8')) text += block;
  const { lines, total } = await imported(file);
  expect(lines).toEqual(recounted(text, testFacts.today));
  expect(lines.length - of('noRow', lines).length).toBe(843);
  expect(of('leftOut', lines)).toHaveLength(47);
  expect(of('quarantined', lines)).toHaveLength(6);
  expect(of('taken', lines)).toHaveLength(790);
  expect(distinct(lines)).toBe(770);
  expect(total).toBe(770);
});
