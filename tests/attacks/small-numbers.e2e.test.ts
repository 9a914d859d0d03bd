import path from 'node:path';
import { type RunningProduct, runProduct } from '../../scripts/testing/running-product';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { outcomeOf } from './attack';
import { type ProtectedCaller, SMALL_NUMBER_ATTACKS } from './small-numbers';

const EXTRACTS = path.join(__dirname, '../../demo/extracts');
const BELOW = 5;

let product: TestProduct;
/** The same database behind a gateway that tells analysts no small numbers. */
let guarded: RunningProduct;
let caller: ProtectedCaller;

beforeAll(async () => {
  product = await startTestProduct();
  await product.load('corporate-crm', path.join(EXTRACTS, 'corporate-crm.csv'));
  guarded = await runProduct({ ...product.settings, smallNumbers: new Map([['analyst', BELOW]]) });
  const { data } = await product.ask<{
    complaints: { edges: { node: { id: string; reference: string } }[] };
  }>('analyst', '{ complaints(first: 1) { edges { node { id reference } } } }');
  const [edge] = data.complaints.edges;
  if (!edge) throw new Error('Nothing was loaded');
  caller = { authorization: `Bearer ${await product.token('analyst')}`, complaint: edge.node };
});
afterAll(async () => {
  await guarded.stop();
  await product.stop();
});

describe('whoever is not told small numbers', () => {
  it.each(SMALL_NUMBER_ATTACKS.map((attack) => [attack.name, attack] as const))(
    '%s',
    async (_, { send, expects }) => {
      expect(await outcomeOf(guarded.url, await send(caller), expects)).toEqual(expects);
    },
  );

  const QUESTION = `query ($where: MeasureFilter, $by: [Dimension!]!, $asAt: Date) {
    measures(by: $by, where: $where, asAt: $asAt) {
      smallNumbers { below words }
      closedWithoutDay
      rows { stream stage financialYear quarter service theme channel received answered answeredInTime upheld suppressed }
    }
  }`;
  type Row = Readonly<Record<string, unknown>> & { readonly suppressed: readonly string[] };
  interface Told {
    readonly measures: {
      readonly smallNumbers: { readonly below: number } | null;
      readonly closedWithoutDay: number | null;
      readonly rows: readonly Row[];
    };
  }
  const FIELDS = {
    RECEIVED: 'received',
    ANSWERED: 'answered',
    ANSWERED_IN_TIME: 'answeredInTime',
    UPHELD: 'upheld',
  } as const;
  const hiddenIn = ({ suppressed }: Row) =>
    Object.fromEntries(
      Object.entries(FIELDS)
        .filter(([measure]) => suppressed.includes(measure))
        .map(([, field]) => [field, null]),
    );

  it.each([
    [['STREAM', 'STAGE', 'FINANCIAL_YEAR', 'QUARTER'], {}],
    [['STAGE', 'SERVICE'], { financialYears: ['2019-20', '2020-21'] }],
    [['THEME'], { financialYears: ['2020-21'] }],
  ])('are told the figures that others are, but for those that are hidden: by %j', async (by, where) => {
    const asAt = '2024-03-31';
    const others = (await product.ask<Told>('analyst', QUESTION, { by, where, asAt })).data.measures;
    const told = (await guarded.ask<Told>('analyst', QUESTION, { by, where })).data.measures;
    expect([others.smallNumbers, told.smallNumbers?.below, told.closedWithoutDay]).toEqual([
      null,
      BELOW,
      null,
    ]);
    expect(told.rows).toEqual(
      others.rows.map((row, place) => {
        const suppressed = told.rows[place]?.suppressed ?? [];
        return { ...row, ...hiddenIn({ suppressed }), suppressed };
      }),
    );
    const counts = told.rows.flatMap((row) => Object.values(FIELDS).map((field) => row[field]));
    expect(counts.filter((count) => typeof count === 'number' && count > 0 && count < BELOW)).toEqual([]);
    expect([counts.includes(null), counts.some((count) => Number(count) >= BELOW)]).toEqual([true, true]);
  });

  it('are others by role alone', async () => {
    const { data } = await guarded.ask<Told>('officer', QUESTION, { by: [], where: {} });
    expect(data.measures.smallNumbers).toBeNull();
  });
});
