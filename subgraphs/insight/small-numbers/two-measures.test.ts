import { Solver } from './testing/solver';

const SERVICES = ['a', 'b'] as const;
const QUARTERS = [1, 2, 3, 4] as const;
const NEVER = 5;

/** What became of a complaint: where it was received, in which quarter, and in which it was answered. */
interface Fate {
  readonly service: string;
  readonly received: number;
  readonly answered: number;
}
const FATES: readonly Fate[] = SERVICES.flatMap((service) =>
  QUARTERS.flatMap((received) =>
    [...QUARTERS, NEVER]
      .filter((answered) => answered >= received)
      .map((answered) => ({ service, received, answered })),
  ),
);

const placesOf = (is: (fate: Fate) => boolean): ReadonlySet<number> =>
  new Set(FATES.flatMap((fate, place) => (is(fate) ? [place] : [])));

/** Told everything that could be: both measures by quarter, and by service of the year. */
function toldAll(): Solver {
  const solver = new Solver(FATES.length);
  for (const quarter of QUARTERS) {
    solver.learn(placesOf(({ received }) => received === quarter));
    solver.learn(placesOf(({ answered }) => answered === quarter));
  }
  for (const name of SERVICES) {
    solver.learn(placesOf(({ service }) => service === name));
    solver.learn(placesOf(({ service, answered }) => service === name && answered !== NEVER));
  }
  return solver;
}

/** Every question of the form: of these services, received from one quarter to another, and answered from one to another or never. */
const QUESTIONS = [['a'], ['b'], ['a', 'b']].flatMap((services) =>
  ranges(1, 4).flatMap((received) => ranges(1, NEVER).map((answered) => ({ services, received, answered }))),
);

function ranges(first: number, last: number): (readonly [from: number, to: number])[] {
  const numbers = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  return numbers.flatMap((from) => numbers.filter((to) => to >= from).map((to) => [from, to] as const));
}

describe('two measures of the same complaints, each told in full', () => {
  it('tell by subtraction what came up to one quarter’s end and was not answered by that or an earlier one, and nothing else', () => {
    const solver = toldAll();
    const isIn = (number: number, [from, to]: readonly [number, number]) => from <= number && number <= to;
    const follow = QUESTIONS.filter(({ services, received, answered }) => {
      const places = placesOf(
        (fate) =>
          services.includes(fate.service) && isIn(fate.received, received) && isIn(fate.answered, answered),
      );
      return places.size > 0 && solver.follows(places);
    });
    // What one of the measures says by itself has groups that are large enough.
    const oneAlone = ({ received: [begun, last], answered: [from, to] }: (typeof QUESTIONS)[number]) =>
      from <= begun && to === NEVER ? true : begun === 1 && to !== NEVER && last >= to;
    const others = follow.filter((question) => !oneAlone(question));
    expect(
      others.map(
        ({ services, received: [begun, last], answered: [from, to] }) =>
          `${services.join('+')}, received ${begun} to ${last}, not answered before ${to === NEVER ? from : '?'}`,
      ),
    ).toEqual([
      'a, received 1 to 4, not answered before 5',
      'b, received 1 to 4, not answered before 5',
      ...[1, 2, 3, 4].flatMap((last) =>
        [2, 3, 4, 5]
          .filter((from) => from <= last + 1)
          .map((from) => `a+b, received 1 to ${last}, not answered before ${from}`),
      ),
    ]);
  });
});
