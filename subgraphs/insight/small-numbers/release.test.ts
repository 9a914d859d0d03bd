import fc from 'fast-check';
import { toDay } from '../../../domain/calendar/day';
import { groupBy } from '../../../platform/tables/group-by';
import { dimensionsOf } from '../figures/question';
import { emptyTally, type Tally } from '../figures/tally';
import { PARTS, type Part } from './families';
import { isSafe } from './pool-small';
import { isOverBy } from './protected-question';
import { attributeKey, isTold, quarterKey, type Release, releaseAttribute, releaseQuarters } from './release';
import { sumTallies } from './sum-tallies';
import { Solver } from './testing/solver';

const BELOW = 5;
const rule = { below: BELOW, isOver: isOverBy(toDay('2022-03-31')) };

const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
const VALUES: readonly (readonly [keyof Tally, readonly unknown[]])[] = [
  ['quarter', QUARTERS],
  ['stream', ['ADULTS', 'CHILDRENS']],
  ['stage', [1, 2]],
  ['service', ['a', 'b', 'c']],
  ['theme', ['delay', 'staff', 'other']],
];

/** Every combination: the smallest things that anybody could ask about. */
const ATOMS = VALUES.reduce<readonly object[]>(
  (atoms, [field, values]) => atoms.flatMap((atom) => values.map((value) => ({ ...atom, [field]: value }))),
  [{ financialYear: '2021-22', directorate: 'one' }],
).map(emptyTally);

const serviceOf = ({ directorate, service }: Tally) => [String(directorate), String(service)];
const themeOf = ({ theme }: Tally) => [String(theme)];
const KEYS = {
  quarter: quarterKey,
  service: (row: Tally) => attributeKey(row, serviceOf(row)),
  theme: (row: Tally) => attributeKey(row, themeOf(row)),
};

type Views = Readonly<Record<keyof typeof KEYS, Release>>;

/** What is told of some complaints by each view. */
function viewsOf(atoms: readonly Tally[]): Views {
  const rows = (keyOf: (row: Tally) => string) =>
    [...groupBy(atoms, keyOf).values()].map((some) =>
      sumTallies(some, dimensionsOf(some[0] ?? emptyTally({}))),
    );
  const quarters = releaseQuarters(rows(KEYS.quarter), rule);
  return {
    quarter: quarters,
    service: releaseAttribute(rows(KEYS.service), serviceOf, { quarters, rule }),
    theme: releaseAttribute(rows(KEYS.theme), themeOf, { quarters, rule }),
  };
}

const ANSWERED = partNamed('ANSWERED');
const IN_TIME = partNamed('ANSWERED_IN_TIME');

function partNamed(name: string): Part {
  const found = PARTS.find((part) => part.name === name);
  if (!found) throw new Error(`No part is named ${name}`);
  return found;
}

/** Each group of a view as the atoms that it is made of. */
const toldBy = (views: Views, view: keyof Views, part: Part): number[][] =>
  (views[view].groups.get(part) ?? []).map((group) =>
    [...ATOMS.keys()].filter((place) => group.includes(KEYS[view](ATOMS[place] ?? emptyTally({})))),
  );

/** Answers in time have the numbers of their atoms, late ones come after all of them. */
const LATE = ATOMS.length;
const late = (places: readonly number[]) => places.map((place) => place + LATE);

/** A solver that was told everything that anybody can be told; nothing that is known to be nothing is unknown. */
function solverOf(views: Views, counts: readonly number[]): { solver: Solver; known: ReadonlySet<number> } {
  const sums = (['quarter', 'service', 'theme'] as const).flatMap((view) => [
    ...toldBy(views, view, ANSWERED).map((places) => [...places, ...late(places)]),
    ...toldBy(views, view, IN_TIME).flatMap((places) => [places, late(places)]),
  ]);
  const known = new Set(sums.filter((sum) => totalOf(sum, counts) === 0).flat());
  const solver = new Solver(2 * ATOMS.length);
  for (const sum of sums) solver.learn(new Set(sum.filter((place) => !known.has(place))));
  return { solver, known };
}

const totalOf = (places: readonly number[], counts: readonly number[]): number =>
  places.reduce((sum, place) => sum + (counts[place] ?? 0), 0);

/** Every cell that somebody could ask about, by some values of some dimensions, of all answers, those in time, or late ones. */
const CELLS = VALUES.reduce<readonly (readonly number[])[]>(
  (cells, [field, values]) =>
    cells.flatMap((cell) => [
      cell,
      ...values.map((value) => cell.filter((place) => ATOMS[place]?.[field] === value)),
    ]),
  [[...ATOMS.keys()]],
).flatMap((places) => [[...places, ...late(places)], places, late(places)]);

/** Small numbers, some of them none, and now and then a large one; of some councils nearly none at all. */
const someCounts = fc
  .constantFrom(2, 10, 50, 250)
  .chain((none) =>
    fc.array(
      fc.oneof(
        { weight: none, arbitrary: fc.constant(0) },
        { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 30 }) },
      ),
      { minLength: 2 * ATOMS.length, maxLength: 2 * ATOMS.length },
    ),
  );

const tallies = (counts: readonly number[]): Tally[] =>
  ATOMS.map((atom, place) => {
    const [inTime = 0, lateOnes = 0] = [counts[place], counts[place + LATE]];
    return { ...atom, answered: inTime + lateOnes, answeredInTime: inTime };
  });

describe('what is told by quarter, by service and by theme, put together', () => {
  it('tells no small number of any cell by adding and subtracting', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const { solver, known } = solverOf(viewsOf(tallies(counts)), counts);
        for (const cell of CELLS) {
          const unknown = new Set(cell.filter((place) => !known.has(place)));
          const isHidden = isSafe([totalOf(cell, counts)], BELOW) || !solver.follows(unknown);
          expect({ cell, isHidden }).toEqual({ cell, isHidden: true });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is told by a solver where one group is told too finely', () => {
    const counts = ATOMS.flatMap(() => [1]).concat(ATOMS.map(() => 1));
    const { solver } = solverOf(viewsOf(tallies(counts)), counts);
    const cell = CELLS.find((places) => totalOf(places, counts) === 4) ?? [];
    expect(solver.follows(new Set(cell))).toBe(false);
    solver.learn(new Set(cell));
    expect(solver.follows(new Set(cell))).toBe(true);
  });

  it('still tells most', () => {
    const counts = [...ATOMS, ...ATOMS].map((_, place) => (place % 7) + 1);
    const views = viewsOf(tallies(counts));
    const told = [...views.service.rows.keys()].filter((key) =>
      isTold(views.service, ANSWERED, new Set([key])),
    );
    expect(told).toHaveLength(views.service.rows.size);
  });
});
