import { Readable } from 'node:stream';
import type { RecordSet } from '../../platform/records/record-set';
import { odataDoor } from '../doors/odata';
import type { PageQuestion, SentPage } from '../graph/ask-records';
import { type Library, startLibrary } from '../testing/start-library';
import { noteRows } from './answer-set';
import { readEntitySets } from './entity-sets';
import { readRecords } from './read-rows';

const SET: RecordSet = {
  ...{ name: 'stages', part: 'insight', scope: 'facts', field: 'stageRecords', filter: null },
  description: 'A stage a row.',
  columns: [
    { name: 'id', type: 'text', description: 'Its id.', sortable: true },
    { name: 'stage', type: 'integer', description: 'Its number.' },
  ],
};
const SUPERGRAPH =
  'type Query { a: Int } input Filter { a: Int } enum Dimension { MONTH } enum Measure { RECEIVED } type MeasureRow { received: Int }';

let library: Library;
let rows: string[];
let isNoted: boolean;
let questions: PageQuestion[];
let sent: Readable[];
beforeEach(() => {
  [rows, isNoted, questions, sent] = [['a\t1\n', 'b\t\\N\n', 'c\t2\n'], true, [], []];
});

async function page(question: PageQuestion): Promise<SentPage> {
  questions.push(question);
  const records = Readable.from(rows.slice(0, question.page.limit).map((row) => Buffer.from(row)));
  sent.push(records);
  return { records, asAt: '2021-10-14', count: question.page.isCounted ? 3 : null };
}

beforeAll(async () => {
  library = await startLibrary({
    furtherDoors: () => [
      odataDoor({
        ...{ supergraph: SUPERGRAPH, sets: [SET], figures: [] },
        graph: { page, ask: async () => ({ status: 200, data: { noteFile: isNoted }, errors: [] }) },
      }),
    ],
  });
});
afterAll(() => library.stop());

const get = async (path: string, init: RequestInit = {}) =>
  fetch(`${library.url}/odata/v4/${path}`, {
    ...init,
    headers: { authorization: `Bearer ${await library.token('analyst')}`, ...init.headers },
  });

describe('a page', () => {
  it('asks for one row more than it shows, and links to what follows', async () => {
    const first = await (
      await get('Stages?$top=2&$count=true', { headers: { prefer: 'maxpagesize=1' } })
    ).json();
    expect(first).toMatchObject({ '@odata.count': 3, value: [{ id: 'a', stage: 1 }] });
    expect(questions[0]?.page).toMatchObject({ limit: 2, order: ['id'], after: null, isCounted: true });
    const next = await get(`Stages${new URL(first['@odata.nextLink']).search}`);
    expect(questions[1]?.page).toMatchObject({ limit: 2, after: ['a'], isCounted: false });
    expect(await next.json()).toMatchObject({ '@odata.count': 3, value: [{ id: 'a', stage: 1 }] });
  });

  it('is not given where it could not be noted', async () => {
    isNoted = false;
    const refused = await get('Stages');
    expect([refused.status, (await refused.json()).error.code]).toEqual([503, 'SUBGRAPH_UNAVAILABLE']);
    expect((await get('Stages', { method: 'HEAD' })).status).toBe(200);
  });

  it('is nothing where what comes breaks off', async () => {
    rows = ['a\t1\n', 'b\t'];
    const refused = await get('Stages');
    expect([refused.status, (await refused.json()).error.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(sent.every(({ destroyed }) => destroyed)).toBe(true);
  });

  it('is none of one that is not there', async () => {
    rows = [];
    expect((await get("Stages('x')")).status).toBe(404);
    expect(questions[0]?.page).toMatchObject({
      where: { is: 'IS_ONE_OF', column: 'id', values: ['x'] },
      limit: 2,
    });
  });
});

describe('the door', () => {
  it('names its sets, and refuses in the words of OData', async () => {
    expect((await (await get('')).json()).value[0]).toEqual({
      name: 'Stages',
      kind: 'EntitySet',
      url: 'Stages',
    });
    const refused = await get('Stages', { method: 'POST', body: '{}' });
    expect([refused.status, refused.headers.get('odata-version')]).toEqual([405, '4.0']);
    const nobody = await fetch(`${library.url}/odata/v4/Stages`);
    expect([nobody.status, Object.keys(await nobody.json())]).toEqual([401, ['error']]);
    expect(nobody.headers.get('www-authenticate')).toMatch(/^Bearer .*, Basic /);
  });
});

describe('what leaves', () => {
  it('is noted without its place in the list, and one with its id', async () => {
    const [set] = readEntitySets([SET], [], { fields: new Map(), measures: [] });
    if (set === undefined) throw new Error('There is a set');
    const noted: unknown[] = [];
    const ask = async ({ variables }: { variables?: unknown }) => {
      noted.push(variables);
      return { status: 200, data: { noteFile: true }, errors: [] };
    };
    const parameters = new URLSearchParams({ $filter: 'stage eq 1', $skiptoken: 'x' });
    const caller = { identity: { role: 'analyst' } } as never;
    await noteRows({ ask, page }, { set, parameters, key: null, rows: 7 }, caller);
    await noteRows({ ask, page }, { set, parameters: new URLSearchParams(), key: 'a-1', rows: 1 }, caller);
    expect(noted).toEqual([
      { name: 'odata.stages', filter: '%24filter=stage+eq+1', rows: 7 },
      { name: 'odata.stages', filter: 'id=a-1', rows: 1 },
    ]);
  });

  it('is none where none is wanted', async () => {
    const asked = {
      properties: SET.columns,
      condition: null,
      order: ['id'],
      descending: false,
      size: 0,
      place: null,
    };
    const read = await readRecords({ page }, { set: SET, asked: { ...asked, isCounted: true } }, {} as never);
    expect(read).toEqual({ columns: ['id', 'stage'], rows: [], hasMore: false, counted: 3 });
  });
});
