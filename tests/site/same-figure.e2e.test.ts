import fc from 'fast-check';
import { howMany } from '../../platform/testing/how-many';
import { startTestSite, type TestSite, UNHURRIED } from '../../scripts/testing/running-site';
import type { Visitor } from '../../scripts/testing/visitor';
import { rowsOf } from './journeys';

/** How often a filter is drawn, a hundred times at most; the seed makes them the same each time. */
const FILTERS = Math.min(howMany(12), 100);
const SEED = 20211129;
const START_MILLIS = 180_000;

const some = <Item>(items: readonly Item[]) =>
  fc.option(fc.subarray([...items], { minLength: 1, maxLength: 2 }), { nil: undefined });

const filters = fc.record({
  financialYears: some(['2019-20', '2020-21', '2021-22']),
  quarters: some(['Q1', 'Q2', 'Q3', 'Q4']),
  streams: some(['CORPORATE', 'ADULTS', 'CHILDRENS', 'SCHOOLS']),
  services: some(['Greenspace', 'Highways', 'Adult Assessment']),
});

const MEASURES = ['OPEN', 'OVERDUE', 'UPHOLD_RATE', 'UPHELD_BY_OMBUDSMAN'] as const;
const FIGURES = `query Figures($where: MeasureFilter) {
  figures(measures: [${MEASURES.join(', ')}], where: $where) { measure value denominator }
}`;

interface Figures {
  readonly figures: readonly {
    readonly measure: string;
    readonly value: number | null;
    readonly denominator: number | null;
  }[];
}

describe('a figure', () => {
  let site: TestSite;
  let visitor: Visitor;
  beforeAll(async () => {
    site = await startTestSite(UNHURRIED);
    visitor = await site.signIn('ana');
  }, START_MILLIS);
  afterAll(() => site?.stop());

  /** The exact number that the page's card shows; null for one that was not recorded. */
  const shown = (html: string, measure: string): number | null => {
    const value = new RegExp(`class="card__value[^"]*" data-measure="${measure}" data-value="([^"]*)"`).exec(
      html,
    )?.[1];
    if (value === undefined) throw new Error(`The page shows no ${measure}`);
    return value === '' ? null : Number(value);
  };
  const addressOf = (path: string, filter: object, more: object = {}) => {
    const query = new URLSearchParams();
    for (const [name, given] of Object.entries({ ...filter, ...more }))
      for (const value of [given ?? []].flat()) query.append(name, String(value));
    return `${path}?${query}`;
  };

  it(`is the same on the page, in its list’s download and from the graph, for ${FILTERS} random filters (seed ${SEED})`, async () => {
    let recorded = 0;
    await fc.assert(
      fc.asyncProperty(filters, async (drawn) => {
        // Without a time the page chooses its own.
        const filter = { ...drawn, financialYears: drawn.financialYears ?? ['2021-22'] };
        const [{ html }, { data }] = await Promise.all([
          visitor.get(addressOf('/dashboard', filter)),
          site.product.ask<Figures>('analyst', FIGURES, { where: JSON.parse(JSON.stringify(filter)) }),
        ]);
        for (const { measure, value, denominator } of data.figures) {
          expect([measure, shown(html, measure)]).toEqual([measure, value]);
          const count = denominator ?? value;
          if (count === null) continue;
          const { html: csv } = await visitor.get(addressOf('/complaints.csv', filter, { measure }));
          expect([measure, rowsOf(csv).length]).toEqual([measure, count]);
          recorded += 1;
        }
      }),
      { numRuns: FILTERS, seed: SEED },
    );
    expect(recorded).toBeGreaterThan(FILTERS);
  }, 600_000);
});
