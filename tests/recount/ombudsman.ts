import type { RegisterCell, RegisterRow } from '../../demo/ombudsman/register-cell';
import { contentOf, type Held, hold } from './hold';
import { meaningOf } from './plain-words';
import { plainMoment } from './read-plainly';

/**
 * A second, plain reading of the ombudsman register, for tests alone: from the cells as they were made up, without a
 * workbook in between and without code of the product.
 */
const COLUMNS = 12;
const BODIES = { LGSCO: ['lgsco', 'lgo'], HOUSING: ['ho', 'housing ombudsman'] };
const STREAMS = {
  ...{ CORPORATE: ['corporate'], ADULTS: ['adults'], CHILDRENS: ["children's"], SCHOOLS: ['schools'] },
};

/** One enquiry, as the second reading has it. */
export interface PlainCase {
  readonly identity: string;
  readonly body: string;
  readonly stream: string | null;
  readonly partner: string | null;
  readonly receivedOn: string;
  readonly decidedOn: string | null;
  readonly decision: string | null;
  readonly upheld: boolean | null;
  readonly remedies: number;
}

export type PlainLine = { readonly line: number } & (
  | { readonly kind: 'noRow' | 'quarantined' }
  | { readonly kind: 'taken'; readonly plain: PlainCase; readonly content: string }
);

/** Sorts every row after the header by the rules "Which rows count", save that copies are not found yet. */
export function sortRegister(rows: readonly RegisterRow[], today: string): PlainLine[] {
  const header = rows.findIndex(({ cells }) => cells[0] === 'Ombudsman');
  return rows.slice(header + 1).map((row, place): PlainLine => {
    const line = header + place + 2;
    const texts = textsOf(row);
    const isHeader =
      texts.join('|').toLowerCase() ===
      'ombudsman|ombudsman ref|our ref|stream|received|reply due|reply sent|decided|decision|remedy|remedy due|remedy done';
    if (texts.every((text) => text === '') || isHeader) return { line, kind: 'noRow' };
    const plain = caseOf(texts, today);
    if (plain === null) return { line, kind: 'quarantined' };
    return { line, kind: 'taken', plain, content: contentOf(texts.slice(0, COLUMNS)) };
  });
}

/** Each cell as a person sees it; the second of two merged ones is empty. An error is no content. */
const textsOf = ({ cells, mergedFrom }: RegisterRow): string[] =>
  Array.from({ length: Math.max(cells.length, COLUMNS) }, (_, column) =>
    mergedFrom !== undefined && column === mergedFrom + 1 ? '' : textOf(cells[column] ?? null).trim(),
  );

function textOf(cell: RegisterCell): string {
  if (cell === null || typeof cell === 'string') return cell ?? '';
  if ('day' in cell) return new Date(cell.day * 60_000).toISOString().slice(0, 10);
  return 'error' in cell ? cell.error : (cell.gave ?? '');
}

function caseOf(texts: readonly string[], today: string): PlainCase | null {
  const [body = '', reference = '', , stream = '', received = ''] = texts;
  const [decided = '', decision = '', remedy = '', due = '', done = ''] = texts.slice(7);
  const means = meaningOf(BODIES, body);
  const receivedOn = day(received);
  if (means === null || !/\d/.test(reference) || receivedOn === null || receivedOn > today) return null;
  const decidedOn = day(decided);
  const isUpheld = decision.toLowerCase().startsWith('upheld');
  const named = remedy.split(';').filter((part) => part.trim() !== '').length;
  const isDated = day(due) !== null || day(done) !== null;
  return {
    identity: `${means}/${reference.replace(/[^0-9A-Za-z]/g, '').toUpperCase()}`,
    body: means,
    stream: meaningOf(STREAMS, stream),
    partner: /^stockport\s+homes$/i.test(stream) ? 'stockport-homes' : null,
    receivedOn,
    decidedOn: decidedOn !== null && decidedOn < receivedOn ? null : decidedOn,
    decision: decision === '' ? null : decision,
    upheld: isUpheld || (means === 'LGSCO' && decision !== '' ? false : null),
    remedies: named > 0 ? named : Number(isDated),
  };
}

const day = (text: string): string | null => plainMoment(text)?.slice(0, 10) ?? null;

/** Counts a register anew, over what held before. Of copies the later row holds, since it keeps no day of a change. */
export function recountRegister(rows: readonly RegisterRow[], today: string, before?: Held<PlainCase>) {
  const lines = sortRegister(rows, today);
  const taken = lines.flatMap((line) =>
    line.kind === 'taken'
      ? [{ identity: line.plain.identity, content: line.content, updated: null, record: line.plain }]
      : [],
  );
  const { held, counts } = hold(taken, before);
  const quarantined = lines.filter(({ kind }) => kind === 'quarantined').length;
  return {
    counts: { read: taken.length + quarantined, ...counts, leftOut: 0, quarantined },
    cases: [...held.values()].map(({ record }) => record),
    held,
  };
}

/** The ombudsmen's figures by a division of them, a row for each value that has something. */
export function caseFiguresBy(cases: readonly PlainCase[], division: CaseDivision): object[] {
  const rows = new Map<string | null, { referredToOmbudsman: number; upheldByOmbudsman: number }>();
  const count = (plain: PlainCase, on: string, figure: 'referredToOmbudsman' | 'upheldByOmbudsman') => {
    const value = DIVISIONS[division](plain, on);
    const row = rows.get(value) ?? { referredToOmbudsman: 0, upheldByOmbudsman: 0 };
    rows.set(value, { ...row, [figure]: row[figure] + 1 });
  };
  for (const plain of cases) {
    count(plain, plain.receivedOn, 'referredToOmbudsman');
    if (plain.body === 'LGSCO' && plain.upheld && plain.decidedOn !== null)
      count(plain, plain.decidedOn, 'upheldByOmbudsman');
  }
  return [...rows].map(([value, figures]) => ({ [division]: value, ...figures }));
}

export type CaseDivision = 'stream' | 'financialYear' | 'quarter' | 'month';

const DIVISIONS: Readonly<Record<CaseDivision, (plain: PlainCase, on: string) => string | null>> = {
  stream: ({ stream }) => stream,
  financialYear: (_, on) => {
    const first = Number(on.slice(0, 4)) - (on.slice(5, 7) < '04' ? 1 : 0);
    return `${first}-${String(first + 1).slice(2)}`;
  },
  quarter: (_, on) => `Q${((Math.ceil(Number(on.slice(5, 7)) / 3) + 2) % 4) + 1}`,
  month: (_, on) => `${on.slice(0, 7)}-01`,
};
