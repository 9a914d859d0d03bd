import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type CallsRequest, generateCalls } from '../../demo/calls/generate-calls';
import { callDirtOf } from '../../demo/calls/made-call';
import { CALL_FAULTS } from '../../imports/calls/faults';
import type { CallRecord } from '../../imports/calls/map';
import { calls } from '../../imports/calls/source';
import type { MappedRow } from '../../imports/record';
import { testFacts } from '../../imports/testing';
import { callFiguresBy, recountCalls, sortCalls } from './calls';
import { withoutContent } from './hold';

async function textOf(request: CallsRequest): Promise<string> {
  let text = '';
  for await (const block of generateCalls(request)) text += block;
  return text;
}

interface Imported {
  readonly line: number;
  readonly mapped: MappedRow<CallRecord>;
}

async function imported(file: string): Promise<Imported[]> {
  const lines: Imported[] = [];
  for await (const rows of calls.read({ file, maximumBytes: 100_000_000 }))
    for (const row of rows) lines.push({ line: row.line, mapped: calls.map(row, testFacts) });
  return lines;
}

function inCommonWords({ line, mapped }: Imported): object {
  if (mapped.kind === 'leftOut') throw new Error('No call is left out');
  if (mapped.kind !== 'taken') return { line, kind: mapped.kind };
  const { callId: id, offeredOn: day, group, answered, waitSeconds: wait, talkSeconds: talk } = mapped.record;
  return { line, kind: 'taken', call: { id, day, group, answered, wait, talk } };
}

describe("the calls importer's reading and the plain one", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recount-calls-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function expectSame(text: string): Promise<Imported[]> {
    const file = join(folder, 'calls.csv');
    await writeFile(file, text);
    const lines = await imported(file);
    // A row of nothing but commas is no row: the reader passes over it, the plain reading says so.
    const plain = sortCalls(text, testFacts.today).filter(({ kind }) => kind !== 'noRow');
    expect(lines.filter(({ mapped }) => mapped.kind !== 'noRow').map(inCommonWords)).toEqual(
      plain.map(withoutContent),
    );
    return lines;
  }

  it('are the same, line by line, for exports of any dirt', async () => {
    const request = {
      seed: fc.nat(),
      rows: fc.integer({ min: 0, max: 300 }),
      dirt: fc.constantFrom(0, 1, 5, 20),
    };
    await fc.assert(
      fc.asyncProperty(fc.record(request), async ({ dirt, ...asked }) => {
        const text = await textOf({ ...asked, dirt: callDirtOf(dirt) });
        await expectSame(text);
        expect(recountCalls(text, testFacts.today).counts.read).toBe(asked.rows);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('are the same for an export dirty enough to hold every fault that there is', async () => {
    const lines = await expectSame(await textOf({ seed: 7, rows: 5_000, dirt: callDirtOf(20) }));
    const codes = lines.flatMap(({ mapped }) =>
      mapped.kind === 'noRow' ? [] : mapped.faults.map(({ code }) => code),
    );
    expect([...new Set(codes)].sort()).toEqual(Object.keys(CALL_FAULTS).sort());
  }, 60_000);

  it('are the same for the demonstration extract, which comes to 665 calls and nothing else', async () => {
    const text = await readFile(join(__dirname, '../../demo/extracts/telephony-calls.csv'), 'utf8');
    await expectSame(text);
    const { counts, calls: held } = recountCalls(text, testFacts.today);
    expect(counts).toEqual({ read: 665, loaded: 665, updated: 0, copies: 0, leftOut: 0, quarantined: 0 });
    expect(callFiguresBy(held, [])).toMatchObject([{ offered: 665, answered: 608, abandoned: 57 }]);
  });
});
