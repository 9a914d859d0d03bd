import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { dirtOf } from '../../demo/dirt';
import { type CouncilRequest, generateCorporate } from '../../demo/generate';
import { CORPORATE_FAULTS } from '../../imports/corporate-crm/faults';
import type { CrmStage } from '../../imports/corporate-crm/map';
import { corporateCrm } from '../../imports/corporate-crm/source';
import type { MappedRow } from '../../imports/record';
import { testFacts } from '../../imports/testing';
import { withoutContent } from './hold';
import { recount } from './recount';
import { type PlainLine, sortPlainly } from './sort-plainly';

interface Imported {
  /** What each line is to the importer. */
  readonly lines: { readonly line: number; readonly mapped: MappedRow<CrmStage> }[];
  readonly total: number | null;
}

async function imported(file: string): Promise<Imported> {
  const lines: Imported['lines'] = [];
  let total: number | null = null;
  for await (const rows of corporateCrm.read({ file, maximumBytes: 100_000_000 })) {
    for (const row of rows) {
      const mapped = corporateCrm.map(row, testFacts);
      if (mapped.kind === 'noRow') total = mapped.controlTotal?.stages ?? total;
      lines.push({ line: row.line, mapped });
    }
  }
  return { lines, total };
}

/** The importer's answer in words that both use: it looks services up by id, the recount by name. */
function inCommonWords({ line, mapped }: Imported['lines'][number]): object {
  if (mapped.kind !== 'taken') return { line, kind: mapped.kind };
  const { record, lastUpdated } = mapped;
  const { reference, number, receivedOn, answeredOn, closedOn, route, parentKey } = record;
  const { theme, channel, outcome } = record;
  const stage = {
    reference,
    stage: number,
    receivedOn,
    answeredOn,
    closedOn,
    route,
    theme,
    channel,
    outcome,
  };
  return {
    line,
    kind: 'taken',
    updated: lastUpdated?.slice(0, 16) ?? null,
    stage: {
      ...stage,
      stream: record.stream.toUpperCase(),
      parent: parentKey,
      isServiceKnown: record.serviceId !== null,
    },
  };
}

function plainInCommonWords(line: PlainLine): object {
  if (line.kind !== 'taken') return line;
  const { dueOn: _, directorate: __, service, ...stage } = line.stage;
  return { ...withoutContent(line), stage: { ...stage, isServiceKnown: service !== null } };
}

async function textOf(request: CouncilRequest): Promise<string> {
  let text = '';
  for await (const block of generateCorporate(request)) text += block;
  return text;
}

describe("the importer's reading and the plain one", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recount-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function expectSame(text: string): Promise<Imported> {
    const file = join(folder, 'council.csv');
    await writeFile(file, text);
    const read = await imported(file);
    // A row of nothing but commas is no row: the reader passes over it, the plain reading says so.
    const plain = sortPlainly(text, testFacts.today).filter(({ kind }) => kind !== 'noRow');
    expect(read.lines.filter(({ mapped }) => mapped.kind !== 'noRow').map(inCommonWords)).toEqual(
      plain.map(plainInCommonWords),
    );
    return read;
  }

  it('are the same, line by line, for councils of any dirt', async () => {
    const council = {
      seed: fc.nat(),
      rows: fc.integer({ min: 0, max: 300 }),
      dirt: fc.constantFrom(0, 1, 5, 20),
    };
    await fc.assert(
      fc.asyncProperty(fc.record(council), async ({ dirt, ...request }) => {
        const text = await textOf({ ...request, dirt: dirtOf(dirt) });
        const { total } = await expectSame(text);
        const { counts } = recount(text, testFacts.today);
        expect(counts.read).toBe(request.rows);
        expect(total).toBe(counts.loaded);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('are the same for a council dirty enough to hold every fault but those of its own tests', async () => {
    const { lines } = await expectSame(await textOf({ seed: 7, rows: 5000, dirt: dirtOf(10) }));
    const codes = lines.flatMap(({ mapped }) =>
      mapped.kind === 'noRow' ? [] : mapped.faults.map(({ code }) => code),
    );
    const found = new Set<string>(codes);
    const rare = ['ACKNOWLEDGED_IN_FUTURE', 'LAST_UPDATED_IN_FUTURE'];
    expect(Object.keys(CORPORATE_FAULTS).filter((code) => !found.has(code))).toEqual(rare);
  });

  it('are the same for the demonstration extract, which comes to 843 = 770 + 20 + 47 + 6', async () => {
    const text = await readFile(join(__dirname, '../../demo/extracts/corporate-crm.csv'), 'utf8');
    const { total } = await expectSame(text);
    expect(recount(text, testFacts.today).counts).toEqual({
      ...{ read: 843, loaded: 770, updated: 0, copies: 20, leftOut: 47, quarantined: 6 },
    });
    expect(total).toBe(770);
  });
});
