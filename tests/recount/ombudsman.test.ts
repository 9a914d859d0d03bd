import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { KeptOmbudsmanCase } from '../../contracts/records/ombudsman-case';
import { dirtOf } from '../../demo/dirt';
import {
  generateOmbudsman,
  type RegisterRequest,
  registerRows,
} from '../../demo/ombudsman/generate-ombudsman';
import { toDay } from '../../domain/calendar/day';
import { REGISTER_FAULTS } from '../../imports/ombudsman/faults';
import { ombudsman } from '../../imports/ombudsman/source';
import { registerFacts } from '../../imports/ombudsman/testing';
import type { MappedRow } from '../../imports/record';
import { withoutContent } from './hold';
import { type PlainCase, type PlainLine, sortRegister } from './ombudsman';

const TODAY = toDay('2024-06-01');

interface ImportedLine {
  readonly line: number;
  readonly mapped: MappedRow<KeptOmbudsmanCase>;
}

type ComparedLine = Pick<PlainLine, 'line' | 'kind'> & { readonly plain?: PlainCase };

/** The importer's answer in words that both use. */
function inCommonWords({ line, mapped }: ImportedLine): ComparedLine {
  if (mapped.kind === 'leftOut') throw new Error('Nothing of a register is left out');
  if (mapped.kind !== 'taken') return { line, kind: mapped.kind };
  const { body, stream, partner, receivedOn, decidedOn, decision, upheld, remedies } = mapped.record;
  const plain = { body, stream, partner, receivedOn, decidedOn, decision, upheld };
  return { line, kind: 'taken', plain: { identity: mapped.identity, ...plain, remedies: remedies.length } };
}

describe("the register's importer and the plain reading", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'register-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function imported(request: RegisterRequest): Promise<ImportedLine[]> {
    const file = join(folder, 'register.xlsx');
    await writeFile(file, generateOmbudsman(request));
    const lines: ImportedLine[] = [];
    for await (const rows of ombudsman.read({ file, maximumBytes: 100_000_000 })) {
      for (const row of rows)
        lines.push({ line: row.line, mapped: ombudsman.map(row, { ...registerFacts, today: TODAY }) });
    }
    return lines;
  }

  /** Rows in which nothing is written are none to either; the importer is not given them. */
  async function expectSame(request: RegisterRequest): Promise<ImportedLine[]> {
    const read = await imported(request);
    const rows = (lines: readonly ComparedLine[]) => lines.filter(({ kind }) => kind !== 'noRow');
    const plain = sortRegister(registerRows(request), TODAY);
    expect(rows(read.map(inCommonWords))).toEqual(rows(plain).map(withoutContent));
    return read;
  }

  it('are the same, row by row, for registers of any dirt, from 1900 or 1904', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          seed: fc.nat(),
          rows: fc.nat(150),
          dirt: fc.constantFrom(0, 1, 5, 30, 100).map(dirtOf),
          from1904: fc.boolean(),
        }),
        async (request) => void (await expectSame(request)),
      ),
      { numRuns: 60, seed: 20211015 },
    );
  });

  it('are the same for a register dirty enough to hold every fault but those of its own tests', async () => {
    const read = await expectSame({ seed: 5, rows: 3_000, dirt: dirtOf(20) });
    const found = new Set(
      read.flatMap(({ mapped }) => ('faults' in mapped ? mapped.faults.map(({ code }) => code) : [])),
    );
    const rare = [
      'OUR_REFERENCE_UNREADABLE',
      'REPLY_SENT_IN_FUTURE',
      'DECIDED_IN_FUTURE',
      'REMEDY_DONE_IN_FUTURE',
    ];
    expect([...Object.keys(REGISTER_FAULTS)].filter((code) => !found.has(code))).toEqual(rare);
    const kinds = read.map(({ mapped }) => mapped.kind);
    expect(kinds.filter((kind) => kind === 'quarantined').length).toBeGreaterThan(50);
    expect(kinds.filter((kind) => kind === 'taken').length).toBeGreaterThan(1_000);
  });
});
