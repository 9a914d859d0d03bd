import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { RecordedStage } from '../../contracts/records/stage';
import { adultsText } from '../../demo/adults/generate-adults';
import { inWindows1252 } from '../../demo/adults/windows-1252';
import { dirtOf } from '../../demo/dirt';
import { ADULTS_FAULTS } from '../../imports/adults/faults';
import { adults } from '../../imports/adults/source';
import type { Fault, MappedRow } from '../../imports/record';
import { testFacts } from '../../imports/testing';
import { type AdultsLine, recountAdults, sortAdults } from './adults';

interface ImportedLine {
  readonly line: number;
  readonly mapped: MappedRow<RecordedStage>;
}

/** The importer's answer in words that both use: it looks teams up by id, the recount by name. */
function inCommonWords({ line, mapped }: ImportedLine): object {
  if (mapped.kind !== 'taken') return { line, kind: mapped.kind };
  const { reference, number, receivedOn, answeredOn, closedOn, agreedDueOn, theme, channel } = mapped.record;
  const { outcome, closureReason, ended, serviceId, account, own } = mapped.record;
  return {
    ...{ line, kind: 'taken', reference, stage: number, receivedOn, answeredOn, closedOn, agreedDueOn },
    ...{ theme, channel, outcome, closureReason, ended, isTeamKnown: serviceId !== null, own },
    ...{ person: account?.person, relationship: account?.relationship },
  };
}

function plainInCommonWords(line: AdultsLine): object {
  if (line.kind !== 'taken') return line;
  const {
    stream: _,
    dueOn: __,
    directorate: ___,
    route: ____,
    parent: _____,
    service,
    ...stage
  } = line.stage;
  const ended = stage.answeredOn !== null || stage.closedOn !== null;
  return { line: line.line, kind: 'taken', ...stage, ended, isTeamKnown: service !== null };
}

describe("the adults' importer's reading and the plain one", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recount-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Every fault, after both have read every line alike. */
  async function expectSame(bytes: Buffer, text: string): Promise<readonly Fault[]> {
    const file = join(folder, 'adults.csv');
    await writeFile(file, bytes);
    const lines: ImportedLine[] = [];
    for await (const rows of adults.read({ file, maximumBytes: 100_000_000 })) {
      lines.push(...rows.map((row) => ({ line: row.line, mapped: adults.map(row, testFacts) })));
    }
    // A row of nothing but commas is no row: the reader passes over it, the plain reading says so.
    const plain = sortAdults(text, testFacts.today).filter(({ kind }) => kind !== 'noRow');
    expect(lines.filter(({ mapped }) => mapped.kind !== 'noRow').map(inCommonWords)).toEqual(
      plain.map(plainInCommonWords),
    );
    return lines.flatMap(({ mapped }) => (mapped.kind === 'noRow' ? [] : mapped.faults));
  }

  it('are the same, line by line, for councils of any dirt', async () => {
    const council = {
      seed: fc.nat(),
      rows: fc.integer({ min: 0, max: 300 }),
      dirt: fc.constantFrom(0, 1, 5, 20),
    };
    await fc.assert(
      fc.asyncProperty(fc.record(council), async ({ dirt, ...request }) => {
        const text = [...adultsText({ ...request, dirt: dirtOf(dirt) })].join('');
        const faults = await expectSame(inWindows1252(text), text);
        expect(recountAdults(text, testFacts.today).counts.read).toBe(request.rows);
        if (dirt === 0) expect(faults).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('are the same for a council dirty enough to hold every fault but one of its own tests', async () => {
    const text = [...adultsText({ seed: 7, rows: 5000, dirt: dirtOf(10) })].join('');
    const faults = await expectSame(inWindows1252(text), text);
    const found = new Set<string>(faults.map(({ code }) => code));
    expect(Object.keys(ADULTS_FAULTS).filter((code) => !found.has(code))).toEqual(['ACKNOWLEDGED_IN_FUTURE']);
  });

  it('are the same for the demonstration extract, which comes to 333 = 322 + 7 + 4', async () => {
    const bytes = await readFile(join(__dirname, '../../demo/extracts/adults-social-care.csv'));
    // Of the bytes that Windows-1252 has of its own the extract holds one.
    const text = bytes.toString('latin1').replaceAll('\x96', '–');
    await expectSame(bytes, text);
    const { counts, stages } = recountAdults(text, testFacts.today);
    expect(counts).toEqual({ read: 333, loaded: 322, updated: 0, copies: 7, leftOut: 0, quarantined: 4 });
    const inHalfYear = stages.filter(
      ({ closedOn }) => closedOn !== null && closedOn >= '2021-04-01' && closedOn <= '2021-09-30',
    );
    expect(inHalfYear).toHaveLength(181);
  });
});
