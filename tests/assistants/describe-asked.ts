import { fieldOf } from '../../gateway/exports/figures';
import type { RunningProduct } from '../../scripts/testing/running-product';
import type { Assistant } from './connect';
import { type FiguresAsked, randomFigures } from './random-figures';
import { assistantOf, type Started } from './started';

const QUESTIONS = 15;
const WHERE = { financialYears: ['2021-22'], quarters: ['Q1'] };
const FIGURES = `query ($measures: [Measure!]!, $where: MeasureFilter, $compareWith: [Comparison!]) {
  figures(measures: $measures, where: $where, compareWith: $compareWith) {
    measure value numerator denominator partial asAt openFaults comparisons { with value numerator denominator } } }`;

interface Told {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}
interface Figure extends Told {
  readonly measure: string;
  readonly partial: boolean;
}
interface Answer {
  readonly figures: readonly Figure[];
  readonly measures: { readonly rows: readonly Readonly<Record<string, unknown>>[] };
}
const plain = ({ measure, partial, ...told }: Figure) => [measure, partial, ...valuesOf(told)];
const valuesOf = ({ value, numerator, denominator }: Told) => [value, numerator, denominator];

/** Each figure that a tool tells is the graph's, and is refused in its words. */
export function describeAsked(started: () => Started): void {
  let assistant: Assistant;
  let kept: Assistant;
  beforeAll(async () => {
    assistant = await assistantOf(started().product, 'analyst');
    kept = await assistantOf(started().guarded, 'analyst');
  });
  afterAll(() => Promise.all([assistant?.close(), kept?.close()]));

  const graph = async (of: RunningProduct, query: string, variables: object) =>
    of.ask<Record<string, never>>('analyst', query, variables);

  async function expectEqual(
    of: RunningProduct,
    by: Assistant,
    { measures, by: dimensions, where }: FiguresAsked,
  ) {
    const fields = [...dimensions, ...measures].map(fieldOf);
    const [figures, divided, asked] = await Promise.all([
      by.call('get_figures', { measures, where }),
      by.call('divide_figures', { measures, by: dimensions, where, first: 200 }),
      of.ask<Answer>(
        'analyst',
        `query ($measures: [Measure!]!, $by: [Dimension!]!, $where: MeasureFilter) {
          figures(measures: $measures, where: $where) { measure partial asAt value numerator denominator }
          measures(by: $by, where: $where) { rows { ${fields.join(' ')} } } }`,
        { measures, by: dimensions, where },
      ),
    ]);
    const refusalOf = (field: string) =>
      asked.errors?.find(({ path }) => path?.[0] === field)?.message ?? null;
    expect([figures.isError ? figures.text : null, divided.isError ? divided.text : null]).toEqual([
      refusalOf('figures'),
      refusalOf('measures'),
    ]);
    if (!figures.isError)
      expect((figures.structured.figures as Figure[]).map((figure) => plain(figure))).toEqual(
        asked.data.figures.map((figure) => plain(figure)),
      );
    if (divided.isError) return 0;
    const rows = divided.structured.rows as { of: Record<string, unknown>; figures: Told[] }[];
    expect(divided.structured.totalRows).toBe(asked.data.measures.rows.length);
    expect(rows.map((row) => [...Object.values(row.of), ...row.figures.map(({ value }) => value)])).toEqual(
      asked.data.measures.rows.slice(0, rows.length).map((row) => fields.map((field) => row[field])),
    );
    return divided.text.split('too few to show').length - 1;
  }

  it.each([
    ['', false],
    [', with small numbers kept back', true],
  ])(`is what the graph answers, of ${QUESTIONS} random questions%s`, async (_, isProtected) => {
    const [of, by] = isProtected ? [started().guarded, kept] : [started().product, assistant];
    let suppressed = 0;
    for (const asked of randomFigures(QUESTIONS, { isProtected }))
      suppressed += await expectEqual(of, by, asked);
    expect(suppressed > 0).toBe(isProtected);
  });

  it('is the graph’s of a comparison, and of its parts', async () => {
    const compareWith = ['PREVIOUS_PERIOD', 'SAME_PERIOD_LAST_YEAR'];
    const asked = { measure: 'IN_TIME_RATE', where: WHERE };
    const told = await assistant.call('compare_figures', { ...asked, compareWith, between: 'STREAM' });
    const variables = { measures: [asked.measure], where: WHERE, compareWith };
    const { data } = await graph(started().product, FIGURES, variables);
    const [figure] = data.figures as unknown as [Told & { comparisons: Told[] }];
    expect(valuesOf(told.structured.figure as Told)).toEqual(valuesOf(figure));
    expect((told.structured.periods as Told[]).map(valuesOf)).toEqual(figure.comparisons.map(valuesOf));
    const parts = told.structured.parts as (Told & { of: string })[];
    const rows = await graph(
      started().product,
      `query ($where: MeasureFilter) { measures(by: [STREAM], where: $where) { rows { inTimeRate answered } } }`,
      { where: WHERE },
    );
    const { measures } = rows.data as unknown as {
      measures: { rows: { inTimeRate: number | null; answered: number }[] };
    };
    const sorted = (values: (number | null)[][]) => values.map(String).sort();
    expect(sorted(parts.map(({ value, denominator }) => [value, denominator]))).toEqual(
      sorted(measures.rows.map(({ inTimeRate, answered }) => [inTimeRate, answered])),
    );
  });

  it('is the graph’s list behind a figure, page by page, and nobody in it', async () => {
    const asked = { measure: 'ESCALATED', where: WHERE };
    const first = await assistant.call('list_counted', { ...asked, first: 10 });
    const next = await assistant.call('list_counted', { ...asked, first: 100, after: first.structured.next });
    const { data } = await graph(
      started().product,
      `query ($where: MeasureFilter) { counted(measure: ESCALATED, where: $where, first: 200) { totalCount
        edges { node { reference stage on complaint { id } } } } }`,
      { where: WHERE },
    );
    const { totalCount, edges } = data.counted as unknown as {
      totalCount: number;
      edges: { node: { reference: string; stage: number; on: string; complaint: { id: string } } }[];
    };
    const listed = [first, next].flatMap(({ structured }) => structured.counted as object[]);
    expect([first.structured.totalCount, listed.length]).toEqual([totalCount, totalCount]);
    expect(listed).toEqual(
      edges.map(({ node: { complaint, ...node } }) => ({
        ...node,
        complaint: complaint.id,
        ombudsmanCase: null,
      })),
    );
  });

  it('is what there is: every measure, name and day of the graph', async () => {
    const { product } = started();
    const measures = await assistant.call('list_measures');
    const filters = await assistant.call('list_filters');
    const { data } = await graph(
      product,
      `{ measureDefinitions { measure title } services { name } measures(by: [THEME]) { asAt rows { theme } } }`,
      {},
    );
    expect(measures.structured.measures).toMatchObject(data.measureDefinitions as unknown as object[]);
    const { rows, asAt } = data.measures as unknown as { rows: { theme: string }[]; asAt: string };
    expect(filters.structured).toMatchObject({
      ...{ asAt, themes: rows.map(({ theme }) => theme), services: data.services },
      financialYears: ['2019-20', '2020-21', '2021-22'],
    });
  });
}
