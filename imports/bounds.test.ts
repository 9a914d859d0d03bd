import { ADULTS_COLUMNS } from './adults/columns';
import { CALL_COLUMNS } from './calls/columns';
import { callRow } from './calls/testing';
import { childrensFacts, complaintRow } from './childrens/testing';
import { CORPORATE_COLUMNS } from './corporate-crm/columns';
import { COVERAGE_COLUMNS } from './coverage/columns';
import { REGISTER_COLUMNS } from './ombudsman/columns';
import { registerFacts, registerRow } from './ombudsman/testing';
import { FileRefused, type MappedRow, type RawRow } from './record';
import type { Facts, Hashed } from './source';
import { SOURCE_NAMES, type SourceName, sources } from './sources';
import { corporateRow, testFacts } from './testing';

const NOTHING = /^$/;
/** What a person wrote, and the names of people: no table is looked up by it, so it stays whole. */
const WHOLE: Readonly<Record<SourceName, RegExp>> = {
  'corporate-crm': /^account\./,
  adults: /^(account\.|own\.(lessons|provider)$)/,
  childrens:
    /^stages\.\d\.(account\.|own\.(childAgeBand|childReference|investigatingOfficer|independentPerson|panel|elements)$)/,
  ombudsman: /^(decision$|findings\.|remedies\.)/,
  calls: /^(callerNumber|agent)$/,
  coverage: NOTHING,
};

const row = (columns: readonly string[], values: readonly string[]): RawRow => ({
  line: 5,
  cells: Object.fromEntries(columns.map((column, place) => [column, values[place] ?? ''])),
});
const ROWS: Readonly<Record<SourceName, readonly RawRow[]>> = {
  'corporate-crm': [
    corporateRow({ Ward: 'Offerton' }),
    corporateRow({ Stage: '2', 'Parent Ref': '100275362', 'Case Type': 'Schools Complaint' }),
  ],
  adults: [row(ADULTS_COLUMNS, ['7', '', '01/06/2021'])],
  childrens: [
    complaintRow({
      stages: [
        {
          ...{
            stage: 1,
            startedAt: '2021-06-01',
            outcome: 'UPHELD',
            investigatingOfficer: 'A',
            panel: ['B'],
          },
          ...{ independentPerson: 'C', elements: [{ description: 'D', outcome: 'UPHELD' }] },
        },
      ],
    }),
  ],
  ombudsman: [registerRow(), registerRow({ Ombudsman: 'HO' })],
  calls: [callRow()],
  coverage: [row(COVERAGE_COLUMNS, ['corporate', 'direct_to_stage_2', '2021-04-01', '', 'day'])],
};
const HEADERS: Readonly<Record<SourceName, readonly string[]>> = {
  ...{ 'corporate-crm': CORPORATE_COLUMNS, adults: ADULTS_COLUMNS, ombudsman: REGISTER_COLUMNS },
  ...{ calls: CALL_COLUMNS, coverage: COVERAGE_COLUMNS, childrens: [] },
};
const FACTS: Partial<Record<SourceName, Facts>> = { childrens: childrensFacts, ombudsman: registerFacts };

/** Such as nobody can press together, in characters of one to four bytes. */
const LONG = {
  letters: '1Qx7-'.repeat(1_800),
  digits: '9031'.repeat(2_250),
  halves: `1${'𝔸'.repeat(9_000)}`,
  address: `${'7x'.repeat(4_500)}@example.org`,
  names: `Mary 1${'q'.repeat(9_000)}`,
} as const;

/** The strings in a record by their paths. */
function strings(value: unknown, path = ''): (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => strings(part, path === '' ? key : `${path}.${key}`));
}

const REFERENCE = /(^|\.)(key|caseKey|parentKey|ownKey|reference|referenceKey|ourReference|callId)$/;

/** What no index would take beside another text: an entry has 2,704 bytes. */
const tooLongIn = (value: unknown, whole: RegExp): string[] =>
  strings(value).flatMap(([path, text]) => {
    const most = REFERENCE.test(path) ? 500 : 1_200;
    return whole.test(path) || Buffer.byteLength(text) <= most ? [] : [path];
  });

function judged(name: SourceName, cells: Readonly<Record<string, string>>): MappedRow<Hashed> {
  const source = sources[name];
  return source.map({ line: 5, cells }, FACTS[name] ?? testFacts);
}

const everyCell = SOURCE_NAMES.flatMap((name) =>
  ROWS[name].flatMap(({ cells }, nth) =>
    [...new Set([...HEADERS[name], ...Object.keys(cells)])].map((column) => ({ name, nth, column })),
  ),
);

/** Null for a file that is refused as a whole, as a list of what was recorded is that names what there is not. */
function judgedOrRefused(name: SourceName, cells: Readonly<Record<string, string>>) {
  try {
    return judged(name, cells);
  } catch (error) {
    if (name === 'coverage' && error instanceof FileRefused) return null;
    throw error;
  }
}

describe.each(everyCell)('$name, row $nth with far too much in "$column"', ({ name, nth, column }) => {
  const ordinary = ROWS[name][nth]?.cells ?? {};

  it('is taken without it', () => {
    expect(judged(name, ordinary).kind).toBe('taken');
  });

  it.each(Object.entries(LONG))('hands no more on than indexes take: %s', (_, long) => {
    const mapped = judgedOrRefused(name, { ...ordinary, [column]: long });
    if (mapped?.kind !== 'taken') return;
    const { identity: reference, record } = mapped;
    expect(tooLongIn({ reference }, NOTHING)).toEqual([]);
    expect(tooLongIn(record, WHOLE[name])).toEqual([]);
    // Words are compared, not looked up.
    const matter = sources[name].matchKeys?.(record) ?? null;
    expect(tooLongIn(matter, /^words\./)).toEqual([]);
  });
});

describe('what identifies a row', () => {
  it.each([
    ['corporate-crm', 'Case Ref'],
    ['adults', 'ComplaintID'],
    ['childrens', 'caseNumber'],
    ['ombudsman', 'Ombudsman ref'],
    ['calls', 'CallID'],
  ] as const)('has 100 characters at most: %s', (name, column) => {
    const [{ cells } = { cells: {} }] = ROWS[name];
    expect(judged(name, { ...cells, [column]: `1${'𝔸'.repeat(99)}` }).kind).toBe('taken');
    expect(judged(name, { ...cells, [column]: `1${'𝔸'.repeat(100)}` })).toMatchObject({
      kind: 'quarantined',
      faults: [{ column, code: 'NO_IDENTITY', action: expect.stringContaining('100 characters') }],
    });
  });
});

describe('a reference to another record', () => {
  const parent = (reference: string) =>
    judged('corporate-crm', { ...corporateRow({ Stage: '2' }).cells, 'Parent Ref': reference });

  it('is a parent up to 100 characters, and beyond that none', () => {
    expect(parent('9'.repeat(100))).toMatchObject({ record: { parentKey: '9'.repeat(100) } });
    expect(parent('9'.repeat(101))).toMatchObject({
      record: { parentKey: null },
      faults: [{ column: 'Parent Ref', code: 'PARENT_UNREADABLE' }, { code: 'ROUTE_NOT_RECORDED' }],
    });
  });

  it('is our reference in the register up to 100 characters, and beyond that none', () => {
    const our = (reference: string) => judged('ombudsman', registerRow({ 'Our ref': reference }).cells);
    expect(our('9'.repeat(100))).toMatchObject({ record: { ourReference: '9'.repeat(100) }, faults: [] });
    expect(our('9'.repeat(101))).toMatchObject({
      record: { ourReference: null },
      faults: [{ column: 'Our ref', code: 'OUR_REFERENCE_UNREADABLE' }],
    });
  });
});

describe('what somebody wrote', () => {
  it('stays whole, however long', () => {
    const long = LONG.halves;
    const corporate = corporateRow({ Summary: long, Surname: long }).cells;
    expect(judged('corporate-crm', corporate)).toMatchObject({
      record: { account: { summary: long, surname: long } },
    });
    const adults = { ...ROWS.adults[0]?.cells, Lessons: long };
    expect(judged('adults', adults)).toMatchObject({ record: { own: { lessons: long } } });
  });
});
