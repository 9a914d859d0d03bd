import { mkdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readDay } from '../../imports/cells/days';
import type { SourceName } from '../../imports/sources';
import { ROOT } from '../../scripts/product/root';

/** An extract: the system it is of, and where it lies. */
export type Extract = readonly [SourceName, string];

/** The first day of the quarter that is closed. */
const QUARTER_BEGINS = '2021-07-01';
const EXTRACTS = path.join(ROOT, 'demo', 'extracts');
const CRM = 'corporate-crm.csv';

/** Where each row of a file begins: what people wrote has line breaks of its own. */
const ROWS: Readonly<Record<string, RegExp>> = {
  [CRM]: /\r?\n(?=\d{9},|Total,|Case Ref,|,)/,
  'adults-social-care.csv': /\r?\n(?=ASC-|[^,\r\n]*,)/,
  'telephony-calls.csv': /\r?\n/,
};
const DAY_AT: Readonly<Record<string, number>> = {
  [CRM]: 5,
  'adults-social-care.csv': 2,
  'telephony-calls.csv': 3,
};

/** One letter a byte: each file stays in what its system writes. */
const AS_BYTES = 'latin1';

const rowsOf = async (file: string): Promise<readonly string[]> =>
  (await readFile(path.join(EXTRACTS, file), AS_BYTES))
    .split(ROWS[file] ?? /\r?\n/)
    .filter((row) => row !== '');

/** Whether a cell has a day before the quarter. */
function isBefore(cell: string): boolean {
  const read = readDay(cell);
  return read.kind === 'day' && read.day < QUARTER_BEGINS;
}

const STARTED = /"startedAt":"([^"]+)"/;
const dayOf = (row: string, file: string): string =>
  DAY_AT[file] === undefined ? (STARTED.exec(row)?.[1] ?? '') : (row.split(',')[DAY_AT[file]] ?? '');

async function write(folder: string, file: string, rows: readonly string[]): Promise<string> {
  const to = path.join(os.tmpdir(), folder, file);
  await mkdir(path.dirname(to), { recursive: true });
  await writeFile(to, rows.map((row) => `${row}\r\n`).join(''), AS_BYTES);
  return to;
}

/** What the systems had exported a quarter before: what was received by then. */
export async function extractsBefore(folder: string): Promise<readonly Extract[]> {
  const cut = async (source: SourceName, file: string): Promise<Extract> => {
    const [head = '', ...rows] = await rowsOf(file);
    const isHeaded = DAY_AT[file] !== undefined;
    const kept = (isHeaded ? rows : [head, ...rows]).filter((row) => isBefore(dayOf(row, file)));
    return [source, await write(folder, file, isHeaded ? [head, ...kept] : kept)];
  };
  return [
    await cut('corporate-crm', CRM),
    await cut('adults', 'adults-social-care.csv'),
    await cut('childrens', 'childrens-cloud.jsonl'),
    await cut('calls', 'telephony-calls.csv'),
  ];
}

const added = (reference: string, { service = 'Greenspace', summary = 'Made up.' } = {}): string =>
  `${reference},Corporate Complaint,1,,,05/08/2021 09:09,06/08/2021 10:00,19/08/2021,12/08/2021 10:16,Closed,Upheld,Services to Place,${service},Delay,In person,,,,,Ms,Test,Person,test.person@example.org,SK1 1AA,${summary},12/08/2021 12:00`;

/** What is not in the demonstration: a copy that says something else, and a word that nobody knows. */
const ADDED = [
  added('100290001', { summary: 'One matter.' }),
  added('100290001', { summary: 'Another matter.' }),
  added('100290002', { service: 'Lakes & Fountains' }),
];
/** How many records the rows above are, once the copy is known to be one. */
const ADDED_RECORDS = 2;

const TOTAL = /^Total,(\d+)/;

/** The corporate system's extract of the quarter; `parents`: with the parents that its people filled in, and so many records more. */
async function corporateExtract(
  folder: string,
  { parents = {}, more = 0 }: { parents?: Readonly<Record<string, string>>; more?: number } = {},
): Promise<string> {
  const rows = (await rowsOf(CRM)).map((row) => {
    const [reference = ''] = row.split(',');
    const parent = parents[reference];
    if (parent === undefined)
      return row.replace(TOTAL, (_, total) => `Total,${Number(total) + ADDED_RECORDS + more}`);
    return row.replace(',2,,', `,2,${parent},`).replace(/,[^,]*$/, ',04/10/2021 09:00');
  });
  const total = rows.findIndex((row) => TOTAL.test(row));
  return write(folder, CRM, [...rows.slice(0, total), ...ADDED, ...rows.slice(total)]);
}

/** What the systems export when the quarter has ended. */
export async function extractsOfQuarter(folder: string): Promise<readonly Extract[]> {
  const whole = (source: SourceName, file: string): Extract => [source, path.join(EXTRACTS, file)];
  return [
    ['corporate-crm', await corporateExtract(folder)],
    whole('adults', 'adults-social-care.csv'),
    whole('childrens', 'childrens-cloud.jsonl'),
    whole('ombudsman', 'ombudsman-register.xlsx'),
    whole('calls', 'telephony-calls.csv'),
    whole('coverage', 'coverage.csv'),
  ];
}

/** The corporate system's next extract, in which two complaints at stage 2 name those that they follow. */
export const correctedExtract = async (folder: string, more: number): Promise<Extract> => [
  'corporate-crm',
  await corporateExtract(folder, {
    ...{ parents: { '100284347': '100279389', '100283766': '100276966' }, more },
  }),
];
