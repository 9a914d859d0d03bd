import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { childrensDirtOf } from '../../../demo/childrens/dirt';
import { type ChildrensRequest, generateChildrens } from '../../../demo/childrens/generate-childrens';
import type { ChildrensComplaint } from '../../../imports/childrens/complaint';
import { CHILDRENS_FAULTS } from '../../../imports/childrens/faults';
import { childrens } from '../../../imports/childrens/source';
import { childrensFacts } from '../../../imports/childrens/testing';
import type { MappedRow } from '../../../imports/record';
import { type PlainLine, readChildrensPlainly, recountChildrens } from './read-plainly';

interface Read {
  readonly line: number;
  readonly mapped: MappedRow<ChildrensComplaint>;
}

async function imported(file: string): Promise<Read[]> {
  const lines: Read[] = [];
  for await (const rows of childrens.read({ file, maximumBytes: 100_000_000 })) {
    for (const row of rows) lines.push({ line: row.line, mapped: childrens.map(row, childrensFacts) });
  }
  return lines;
}

/** The importer's answer in words that both use: it leaves due dates to the stream where the system gives none. */
function inCommonWords({ line, mapped }: Read): object {
  if (mapped.kind !== 'taken') return { line, kind: mapped.kind };
  const stages = mapped.record.stages.map((stage) => ({
    caseNumber: stage.reference,
    stage: stage.number,
    receivedOn: stage.receivedOn,
    answeredOn: stage.answeredOn,
    route: stage.route,
    outcome: stage.outcome,
    isServiceKnown: stage.serviceId !== null,
    channel: stage.channel,
  }));
  return { line, kind: 'taken', caseNumber: mapped.identity, stages };
}

function plainInCommonWords(line: PlainLine): object {
  if (line.kind !== 'taken') return line;
  const { content: _, stages, ...taken } = line;
  return {
    ...taken,
    stages: stages.map(({ dueOn: __, service, ...stage }) => ({
      ...stage,
      isServiceKnown: service !== null,
    })),
  };
}

async function textOf(request: ChildrensRequest): Promise<string> {
  let text = '';
  for await (const block of generateChildrens(request)) text += block;
  return text;
}

describe("the children's importer's reading and the plain one", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recount-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function expectSame(text: string): Promise<Read[]> {
    const file = join(folder, 'council.jsonl');
    await writeFile(file, text);
    const read = await imported(file);
    const plain = readChildrensPlainly(text, childrensFacts.today);
    expect(read.map(inCommonWords)).toEqual(plain.map(plainInCommonWords));
    expectSameContent(read, plain);
    expectSameDueDates(read, plain);
    return read;
  }

  /** Lines that say the same to one say the same to the other. */
  function expectSameContent(read: readonly Read[], plain: readonly PlainLine[]): void {
    const pairs = read.map(({ mapped }, place): [string, string] => {
      const other = plain[place];
      return mapped.kind === 'taken' && other?.kind === 'taken'
        ? [mapped.record.contentHash, other.content]
        : ['', ''];
    });
    const pairings = new Set(pairs.map((pair) => JSON.stringify(pair)));
    expect(new Set(pairs.map(([hash]) => hash)).size).toBe(pairings.size);
    expect(new Set(pairs.map(([, content]) => content)).size).toBe(pairings.size);
  }

  function expectSameDueDates(read: readonly Read[], plain: readonly PlainLine[]): void {
    read.forEach(({ mapped }, place) => {
      const other = plain[place];
      if (mapped.kind !== 'taken' || other?.kind !== 'taken') return;
      const given = mapped.record.stages.map(({ agreedDueOn }) => agreedDueOn);
      expect(given.map((day, index) => day ?? other.stages[index]?.dueOn)).toEqual(
        other.stages.map(({ dueOn }) => dueOn),
      );
    });
  }

  it('are the same, line by line, for councils of any dirt', async () => {
    const council = {
      seed: fc.nat(),
      rows: fc.integer({ min: 1, max: 300 }),
      dirt: fc.constantFrom(0, 1, 5, 20),
    };
    await fc.assert(
      fc.asyncProperty(fc.record(council), async ({ dirt, ...request }) => {
        const text = await textOf({ ...request, dirt: childrensDirtOf(dirt) });
        const read = await expectSame(text);
        expect(read).toHaveLength(request.rows);
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('are the same for a council dirty enough to hold every fault but a line too long and a key twice', async () => {
    const read = await expectSame(await textOf({ seed: 7, rows: 5_000, dirt: childrensDirtOf(15) }));
    const codes = read.flatMap(({ mapped }) =>
      mapped.kind === 'noRow' ? [] : mapped.faults.map(({ code }) => code),
    );
    expect([...new Set([...codes, 'LINE_TOO_LONG', 'KEY_TWICE'])].sort()).toEqual(
      Object.keys(CHILDRENS_FAULTS).sort(),
    );
  });

  it('are the same for the demonstration extract, which comes to 115 = 110 + 3 + 2', async () => {
    const text = await readFile(join(__dirname, '../../../demo/extracts/childrens-cloud.jsonl'), 'utf8');
    await expectSame(text);
    const { counts, conflicts } = recountChildrens(text, childrensFacts.today);
    expect(counts).toEqual({ read: 115, loaded: 110, updated: 0, copies: 3, leftOut: 0, quarantined: 2 });
    expect(conflicts).toEqual([]);
  });
});
