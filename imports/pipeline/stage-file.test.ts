import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { StagedRow } from '../../subgraphs/intake/subgraph';
import { workbookOf } from '../formats/workbook/testing';
import { REGISTER_COLUMNS } from '../ombudsman/columns';
import { registerFacts } from '../ombudsman/testing';
import { sources } from '../sources';
import { stageFile } from './stage-file';

let file: string;
beforeAll(() => {
  file = path.join(mkdtempSync(path.join(os.tmpdir(), 'stage-file-')), 'register.xlsx');
});
afterAll(() => rmSync(path.dirname(file), { recursive: true }));

const rowOf = (reference: string, received: string) => ['LGSCO', reference, '', 'Corporate', received];

/** The rows of a register with a sheet for each of these, and what is noted of it. */
async function staged(sheets: Readonly<Record<string, readonly (readonly string[])[]>>) {
  const made = Object.entries(sheets).map(([name, rows]) => ({ name, rows: [REGISTER_COLUMNS, ...rows] }));
  writeFileSync(file, workbookOf({ sheets: made }));
  const rows: StagedRow[] = [];
  const load = {
    gone: async () => ({ records: new Set<string>(), names: new Set<string>() }),
    stageRows: async (more: readonly StagedRow[]) => void rows.push(...more),
  };
  const { notes } = await stageFile(load, {
    ...{ source: sources.ombudsman, facts: registerFacts, file, maximumBytes: 1e6 },
  });
  return { rows, notes };
}

describe('a register with several sheets', () => {
  it('has each row and each of its faults with the name of its sheet', async () => {
    const { rows, notes } = await staged({
      '2020-21': [rowOf('21 970 001', '04/05/2021')],
      '2021-22': [rowOf('21 970 002', 'soon')],
    });
    expect(rows).toMatchObject([
      { line: 2, kind: 'taken', raw: { 'Ombudsman ref': '21 970 001', '(sheet)': '2020-21' } },
      {
        ...{ line: 2, kind: 'quarantined', raw: { '(sheet)': '2021-22' } },
        faults: [{ column: 'Received', action: expect.stringMatching(/ \(Sheet "2021-22"\.\)$/) }],
      },
    ]);
    expect(notes).toEqual([expect.stringContaining('all were read: "2020-21", "2021-22"')]);
  });

  it('is one like any other where it has one sheet', async () => {
    const { rows, notes } = await staged({ Register: [rowOf('21 970 002', 'soon')] });
    expect(rows[0]?.raw).not.toHaveProperty('(sheet)');
    expect(rows[0]?.faults[0]?.action).not.toContain('Sheet');
    expect(notes).toEqual([]);
  });
});

it('a column of days that looks American is told, with its sheet', async () => {
  const { notes } = await staged({
    '2020-21': [rowOf('21 970 001', '04/05/2021')],
    '2021-22': [rowOf('21 970 002', '04/13/2021')],
  });
  expect(notes).toContainEqual(expect.stringContaining('"Received" looks American'));
  expect(notes).toContainEqual(expect.stringContaining('in line 2 of the sheet "2021-22"'));
});
