import fc from 'fast-check';
import { Solver } from '../../small-numbers/testing/solver';
import type { CellQuestion, ReportCell, ReportContent } from '../content';
import { publicContent } from './public-content';
import { byId, figures, counted as numbered, rated, report } from './testing/made-report';

const QUARTERS = ['Q1', 'Q2', 'Q3'];
const SERVICES = ['Parks', 'Roads', 'Bins', 'Schools'];
const FINDINGS = ['UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD', null];
const DIRECTORATES: Readonly<Record<string, string>> = {
  Parks: 'Place',
  Roads: 'Place',
  Bins: 'Place',
  Schools: 'People',
};

interface Atom {
  readonly quarter: string;
  readonly service: string;
  readonly finding: string | null;
  readonly inTime: boolean;
}

/** The smallest things that anybody could ask about. */
const ATOMS: readonly Atom[] = QUARTERS.flatMap((quarter) =>
  SERVICES.flatMap((service) =>
    FINDINGS.flatMap((finding) => [true, false].map((inTime) => ({ quarter, service, finding, inTime }))),
  ),
);

type Narrowed = (atom: Atom) => boolean;
interface Made {
  /** The cell, and the sums of atoms that somebody knows who is told it. */
  readonly cell: ReportCell;
  readonly sums: readonly (readonly number[])[];
}

const PERIODS: readonly (readonly [Partial<CellQuestion>, Narrowed])[] = [
  ...QUARTERS.map((quarter): readonly [Partial<CellQuestion>, Narrowed] => [
    { financialYears: ['2021-22'], quarters: [quarter] },
    (atom) => atom.quarter === quarter,
  ]),
  [{ from: '2021-04-01', to: '2021-09-30' }, ({ quarter }) => quarter !== 'Q3'],
  [{ from: '2021-04-01', to: '2021-12-31' }, () => true],
];
const PLACES: readonly (readonly [Partial<CellQuestion>, Narrowed])[] = [
  ...SERVICES.map((service): readonly [Partial<CellQuestion>, Narrowed] => [
    { services: [service] },
    (atom) => atom.service === service,
  ]),
  [{ directorates: ['Place'] }, ({ service }) => DIRECTORATES[service] === 'Place'],
  [{ directorates: ['People'] }, ({ service }) => DIRECTORATES[service] === 'People'],
  [{}, () => true],
];
const COUNTS: readonly (readonly [string, Narrowed])[] = [
  ['ANSWERED', () => true],
  ['ANSWERED_IN_TIME', ({ inTime }) => inTime],
  ['UPHELD', ({ finding }) => finding === 'UPHELD'],
  ['PARTIALLY_UPHELD', ({ finding }) => finding === 'PARTIALLY_UPHELD'],
  ['NOT_UPHELD', ({ finding }) => finding === 'NOT_UPHELD'],
];

const placesOf = (...narrowed: readonly Narrowed[]): number[] =>
  [...ATOMS.keys()].filter((place) => narrowed.every((holds) => holds(ATOMS[place] ?? never())));

function never(): never {
  throw new Error('There is no such atom');
}

const total = (places: readonly number[], counts: readonly number[]): number =>
  places.reduce((sum, place) => sum + (counts[place] ?? 0), 0);

/** What a row of a table counts: a number of complaints, or the share that was answered in time. */
const ROWS: readonly (readonly [string, ...Narrowed[]])[] = [
  ...COUNTS,
  ['IN_TIME_RATE', ({ inTime }) => inTime, () => true],
];

function madeCell(counts: readonly number[], row: number, period: number, place: number): Made {
  const [measure, ...counted] = ROWS[row] ?? never();
  const [[days, inPeriod], [where, inPlace]] = [PERIODS[period] ?? never(), PLACES[place] ?? never()];
  const sums = counted.map((isCounted) => placesOf(inPeriod, inPlace, isCounted));
  const [first = 0, of] = sums.map((sum) => total(sum, counts));
  const asked = { measure, ...days, ...where };
  const id = [row, period, place].join();
  return { cell: of === undefined ? numbered(id, first, asked) : rated(id, [first, of], asked), sums };
}

/** Some rows of a table: measures of one place, or places of one measure. */
const someRows = fc
  .record({
    one: fc.nat(),
    isOfPlace: fc.boolean(),
    measures: fc.subarray([...ROWS.keys()], { minLength: 1 }),
    places: fc.subarray([...PLACES.keys()], { minLength: 1 }),
  })
  .map(({ one, isOfPlace, measures, places }) =>
    isOfPlace
      ? measures.map((row) => ({ row, place: one % PLACES.length }))
      : places.map((place) => ({ row: one % ROWS.length, place })),
  );

/** Tables with the same columns, as those of a report are of the same periods. */
const someTables = fc.record({
  columns: fc.subarray([...PERIODS.keys()], { minLength: 1 }),
  tables: fc.array(someRows, { minLength: 1, maxLength: 3 }),
});

/** What an attacker knows who adds up and subtracts all that a report tells, and knows each number that is 0. */
function attacker(
  told: readonly ReportContent[],
  made: readonly Made[],
  counts: readonly number[],
): (sum: readonly number[]) => boolean {
  const isTold = ({ cell }: Made) => told.some((content) => byId(content).get(cell.id)?.state === 'TOLD');
  const known = made.filter(isTold).flatMap(({ sums }) => sums);
  const nothing = new Set(known.filter((sum) => total(sum, counts) === 0).flat());
  const open = (sum: readonly number[]) => new Set(sum.filter((place) => !nothing.has(place)));
  const solver = new Solver(ATOMS.length);
  for (const sum of known) solver.learn(open(sum));
  return (sum) => solver.follows(open(sum));
}

const isSmall = (number: number) => number > 0 && number < 5;

const someCounts = fc
  .constantFrom(1, 4, 20)
  .chain((none) =>
    fc.array(
      fc.oneof(
        { weight: none, arbitrary: fc.constant(0) },
        { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 30 }) },
      ),
      { minLength: ATOMS.length, maxLength: ATOMS.length },
    ),
  );

const directorateOf = (service: string) => DIRECTORATES[service] ?? null;

/** Every sum of a report that may not be told, and whether it follows from what its public version tells. */
function smallSums(
  counts: readonly number[],
  tables: readonly (readonly (readonly Made[])[])[],
  columnsBefore = 0,
) {
  const upTo = (columns?: number) =>
    report(
      tables.map((rows, place) =>
        figures(
          `t${place}`,
          rows.map((row) => row.slice(0, columns).map(({ cell }) => cell)),
        ),
      ),
    );
  const published = publicContent(upTo(columnsBefore), { directorateOf });
  const told = publicContent(upTo(), { directorateOf, published: [published] });
  const made = tables.flat(2);
  const follows = attacker([told, published], made, counts);
  return made.flatMap(({ cell, sums }) =>
    sums
      .filter((sum) => isSmall(total(sum, counts)))
      .map((sum) => ({ cell: cell.id, follows: follows(sum), kept: byId(told).get(cell.id)?.state })),
  );
}

describe('all that a public report tells, put together', () => {
  it('tells no small number of any cell by adding and subtracting, whatever tables the report has', () => {
    fc.assert(
      fc.property(someCounts, someTables, (counts, { columns, tables }) => {
        const made = tables.map((rows) =>
          rows.map(({ row, place }) => columns.map((column) => madeCell(counts, row, column, place))),
        );
        expect(smallSums(counts, made).filter(({ follows }) => follows)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('nor beside a report with some of the same columns that was published before', () => {
    fc.assert(
      fc.property(
        someCounts,
        someTables,
        fc.integer({ min: 1, max: 3 }),
        (counts, { columns, tables }, before) => {
          const made = tables.map((rows) =>
            rows.map(({ row, place }) => columns.map((column) => madeCell(counts, row, column, place))),
          );
          expect(smallSums(counts, made, before).filter(({ follows }) => follows)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('would be found out if it withheld the small numbers alone', () => {
    const counts = ATOMS.map(({ quarter }, place) => (quarter === 'Q1' && place > 0 ? 0 : 3));
    const cells = [0, 1, 3].map((period) => madeCell(counts, 0, period, 6));
    const onlySmall = cells.map((made) =>
      isSmall(made.cell.value ?? 0) ? { ...made.cell, state: 'SUPPRESSED' as const } : made.cell,
    );
    const follows = attacker([report([figures('all', [onlySmall])])], cells, counts);
    expect(cells.map(({ sums }) => sums.map(follows))).toEqual([[true], [true], [true]]);
  });
});
