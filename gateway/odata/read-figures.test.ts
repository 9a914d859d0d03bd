import type { Caller } from '../graph/caller';
import type { Property } from './entity-sets';
import { readFigures } from './read-figures';

const SET = { name: 'monthly-figures', description: '', by: ['MONTH', 'STAGE'] };
const PROPERTIES: readonly Property[] = [
  { name: 'id', type: 'text', description: '', sortable: true },
  { name: 'month', type: 'day', description: '' },
  { name: 'stage', type: 'integer', description: '' },
  { name: 'received', type: 'integer', description: '' },
];
const ROWS = [
  { month: '2021-05-01', stage: 1, received: 4 },
  { month: '2021-04-01', stage: null, received: null },
  { month: '2021-04-01', stage: 1, received: 9 },
];
const ALL = {
  properties: PROPERTIES,
  condition: null,
  order: ['id'],
  descending: false,
  size: 10,
  place: null,
  isCounted: false,
};

function read(
  asked: Partial<Parameters<typeof readFigures>[1]['asked']>,
  answer: object = { measures: { asAt: '2021-10-14', rows: ROWS } },
) {
  const graph = { ask: async () => ({ status: 200, data: answer as Record<string, unknown>, errors: [] }) };
  return readFigures(graph, { set: SET, properties: PROPERTIES, asked: { ...ALL, ...asked } }, {} as Caller);
}

describe('figures as rows', () => {
  it('are known by what they are of, in that order', async () => {
    expect((await read({})).rows).toEqual([
      ['2021-04-01:-', '2021-04-01', null, null],
      ['2021-04-01:1', '2021-04-01', '1', '9'],
      ['2021-05-01:1', '2021-05-01', '1', '4'],
    ]);
  });

  it('are narrowed by what is told, counted, and read on after a place', async () => {
    const told = { is: 'NOT', of: [{ is: 'IS_MORE', column: 'received', values: ['5'] }] } as const;
    const ids = async (asked: Parameters<typeof read>[0]) => {
      const { rows, hasMore, counted } = await read({ ...asked, properties: PROPERTIES.slice(0, 1) });
      return [rows.flat(), hasMore, counted];
    };
    expect(await ids({ condition: told, isCounted: true })).toEqual([
      ['2021-04-01:-', '2021-05-01:1'],
      false,
      2,
    ]);
    expect(await ids({ size: 1, isCounted: true })).toEqual([['2021-04-01:-'], true, 3]);
    const place = { after: ['2021-04-01:1'], left: null, counted: null };
    expect(await ids({ place })).toEqual([['2021-05-01:1'], false, null]);
    expect(await ids({ place, descending: true })).toEqual([['2021-04-01:-'], false, null]);
  });

  it('are none where the graph has none to tell', async () => {
    await expect(read({}, {})).rejects.toMatchObject({ status: 503 });
  });
});
