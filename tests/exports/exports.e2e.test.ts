import { figureSets } from '../../contracts/figure-sets';
import { viewOf } from '../../platform/records/record-set';
import { type RunningProduct, runProduct } from '../../scripts/testing/running-product';
import { DEMONSTRATION } from '../../scripts/testing/running-site';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { describeAssistants } from '../assistants/describe-assistants';
import { describeStarterRuns } from '../starters/starter-runs';
import { type BiLogin, currentRows, makeLogin } from './bi-login';
import { figuresShown, figuresTold } from './figure-views';
import { describeOData } from './odata';
import { describeRefresh } from './odata-refresh';
import { readCsv, readParquet, readXlsx } from './read-files';

let product: TestProduct;
/** The same, with small numbers kept from analysts. */
let guarded: RunningProduct;
beforeAll(async () => {
  product = await startTestProduct({ kept: DEMONSTRATION });
  guarded = await runProduct({ ...product.settings, smallNumbers: new Map([['analyst', 5]]) });
});
afterAll(async () => {
  await guarded?.stop();
  await product?.stop();
});

async function get(path: string, as: string | null = 'analyst', of: RunningProduct = product) {
  const headers = as === null ? {} : { authorization: `Bearer ${await product.token(as)}` };
  return fetch(`${of.url}/exports/${path}`, { headers });
}
const rowsTold = (response: Response) => Number(response.headers.get('x-row-count'));
const rowsIn = async (path: string, as?: string): Promise<Record<string, unknown>[]> =>
  (await get(path, as)).json();

const SETS = ['stages', 'complaints', 'ombudsman-cases', 'calls'] as const;

describe('who may take records', () => {
  it.each(SETS)('%s: nobody who is not signed in, no role that may not, and the others', async (set) => {
    expect((await get(`${set}.csv`, null)).status).toBe(401);
    const auditor = await get(`${set}.csv`, 'auditor');
    expect([auditor.status, (await auditor.json()).errors[0]]).toEqual([
      403,
      {
        message: expect.stringMatching(/^Your role may not ask for .* Open to the roles /),
        extensions: { code: 'FORBIDDEN' },
      },
    ]);
    const protectedFrom = await get(`${set}.csv`, 'analyst', guarded);
    expect([protectedFrom.status, (await protectedFrom.json()).errors[0].message]).toEqual([
      403,
      'Single records are not told where small numbers are protected. Ask /exports/measures for figures.',
    ]);
    for (const role of ['analyst', 'manager', 'officer', 'admin'])
      expect([role, (await get(`${set}.csv`, role)).status]).toEqual([role, 200]);
  });

  it('a partner takes their own, and no calls', async () => {
    expect((await get('calls.json', 'partner')).status).toBe(403);
    const own = await rowsIn('ombudsman-cases.json', 'partner');
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own.map(({ partner }) => partner))).toEqual(new Set(['stockport-homes']));
    expect(await rowsIn('stages.json', 'partner')).toEqual([]);
  });
});

describe('a file that was taken', () => {
  it('is in the audit log, with who took it, how it was narrowed and how many rows it had', async () => {
    const taken = await get('stages.csv?streams=SCHOOLS&financialYears=2021-22', 'manager');
    await taken.text();
    const answer = await fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await product.token('auditor')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        query: `{ accessAuditEntries(where: { actions: [FILE_TAKE] }, first: 1) { edges { node { actor subject } } } }`,
      }),
    });
    expect((await answer.json()).data.accessAuditEntries.edges[0].node).toEqual({
      actor: 'mark',
      subject: `stages.csv/streams=SCHOOLS&financialYears=2021-22/${rowsTold(taken)} rows`,
    });
  });
});

describe('a file of records', () => {
  it.each(SETS)('%s has the same cells in all four formats, and as many rows as it says', async (set) => {
    const [csv, json, parquet, xlsx] = await Promise.all(
      ['csv', 'json', 'parquet', 'xlsx'].map((format) => get(`${set}.${format}`)),
    );
    if (!csv || !json || !parquet || !xlsx) throw new Error('Four were asked for');
    const rows: Record<string, unknown>[] = await json.json();
    expect(rows.length).toBeGreaterThan(50);
    expect([csv, json, parquet, xlsx].map(rowsTold)).toEqual(Array(4).fill(rows.length));
    const byId = (all: Record<string, unknown>[]) =>
      all.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
    byId(rows);
    expect(byId(readCsv(await csv.text(), rows))).toEqual(rows);
    expect(byId(await readParquet(await parquet.arrayBuffer()))).toEqual(rows);
    const book = readXlsx(await xlsx.arrayBuffer());
    expect(byId(book.rows)).toEqual(rows);
    expect(book.about).toMatchObject({ records: set, rows: String(rows.length) });
  });

  it.each(SETS)('%s holds what changed since a moment where one is named, and no more', async (set) => {
    const rows = (await rowsIn(`${set}.json`)) as { id: string; changedAt: string }[];
    const [newest = ''] = rows
      .map(({ changedAt }) => changedAt)
      .sort()
      .reverse();
    const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id).sort();
    const since = (moment: string) =>
      rowsIn(`${set}.json?changedSince=${encodeURIComponent(moment)}`) as Promise<typeof rows>;
    expect(ids(await since(newest))).toEqual(ids(rows.filter(({ changedAt }) => changedAt >= newest)));
    expect(await since(new Date(Date.parse(newest) + 1).toISOString())).toEqual([]);
    const wrong = await get(`${set}.csv?changedSince=yesterday`);
    expect([wrong.status, (await wrong.json()).errors[0].message]).toEqual([
      400,
      expect.stringContaining('`changedSince` is no moment'),
    ]);
  });

  it('lists what the graph lists, cell by cell', async () => {
    const { data } = await product.ask<{ complaints: { edges: { changedAt: string; node: object }[] } }>(
      'analyst',
      `{ complaints(first: 200, where: { streams: [SCHOOLS, CHILDRENS] }) { edges { changedAt node {
        id reference stream stage status receivedOn dueOn answeredOn closedOn overdue service directorate theme channel
        outcome closureReason } } } }`,
    );
    const sent = await rowsIn('complaints.json?streams=SCHOOLS,CHILDRENS');
    const asked = data.complaints.edges.map(({ changedAt, node }) => ({ ...node, changedAt }));
    expect(asked.length).toBeGreaterThan(50);
    const kept = new Map(sent.map((row) => [row.id, row]));
    for (const row of asked) expect(kept.get((row as { id?: string }).id)).toEqual(row);
  });
});

describe('figures as a file', () => {
  const asked = 'by=STREAM,STAGE&financialYears=2021-22&measures=RECEIVED,IN_TIME_RATE,ESCALATED';
  const QUESTION = `{ measures(by: [STREAM, STAGE], where: { financialYears: ["2021-22"] }) {
    rows { stream stage received inTimeRate escalated suppressed } } }`;

  it.each([
    ['as they are', () => product],
    ['with small numbers kept back', () => guarded],
  ])('are the graph’s, %s', async (_, of) => {
    const { data } = await of().ask<{ measures: { rows: { suppressed: string[] }[] } }>('analyst', QUESTION);
    const rows = data.measures.rows.map((row) => ({ ...row, suppressed: row.suppressed.join(' ') }));
    const json = await get(`measures.json?${asked}`, 'analyst', of());
    expect(await json.json()).toEqual(rows);
    const csv = await get(`measures.csv?${asked}`, 'analyst', of());
    const told = rows.map((row) => ({ ...row, suppressed: row.suppressed || null }));
    expect(readCsv(await csv.text(), rows)).toEqual(told);
    expect(
      await readParquet(await (await get(`measures.parquet?${asked}`, 'analyst', of())).arrayBuffer()),
    ).toEqual(rows);
    if (of() === guarded) expect(rows.some(({ suppressed }) => suppressed !== '')).toBe(true);
  });

  it('have every measure where none is named', async () => {
    const [all] = await rowsIn('measures.json');
    expect(Object.keys(all ?? {})).toEqual(expect.arrayContaining(['received', 'daysToAnswerP90', 'calls']));
  });
});

describe('figures by SQL', () => {
  let login: BiLogin;
  beforeAll(async () => {
    login = await makeLogin(product.database);
  });
  afterAll(() => login.revoke());

  it.each(figureSets)('$name are the graph’s, to a tool with a login of its own', async (set) => {
    const rows = await currentRows(login.address, viewOf(set));
    expect(rows.length).toBeGreaterThan(50);
    expect(figuresShown(rows)).toEqual(await figuresTold(product, set, Object.keys(rows[0] ?? {})));
    expect(rows.some(({ escalated }) => escalated === null)).toBe(true);
  });
});

describe('an address that cannot be answered', () => {
  it.each([
    ['nothing.csv', 404, 'NOT_FOUND', 'There are /exports/stages, '],
    ['../people.csv', 404, 'NOT_FOUND', ''],
    ['stages', 400, 'BAD_USER_INPUT', 'There is no such format. Ask for /exports/stages.csv, '],
    ['stages.txt', 400, 'BAD_USER_INPUT', 'There is no such format.'],
    [
      'stages.csv?stream=SCHOOLS',
      400,
      'BAD_USER_INPUT',
      'There is no parameter `stream`. There are `streams`, ',
    ],
    [
      'stages.csv?streams=SCHOOL',
      400,
      'BAD_USER_INPUT',
      '`streams` holds "SCHOOL". Write `CORPORATE`, `ADULTS`, ',
    ],
    ['stages.csv?stages=first', 400, 'BAD_USER_INPUT', '`stages` holds "first". Write whole numbers.'],
    ['stages.csv?from=2021-04-01&from=2021-04-02', 400, 'BAD_USER_INPUT', 'is there twice'],
    ['stages.csv?from=2021-02-30', 400, 'BAD_USER_INPUT', '`from` is no day of the calendar'],
    ['stages.csv?from=2021-04-02&to=2021-04-01', 400, 'BAD_USER_INPUT', '`from` is after `to`'],
    ['stages.csv?services=Nowhere', 400, 'BAD_USER_INPUT', 'which is the name of no service'],
    ['complaints.csv?overdue=yes', 400, 'BAD_USER_INPUT', '`overdue` holds "yes". Write `true`, `false`.'],
    ['calls.csv?from=soon', 400, 'BAD_USER_INPUT', '`from` is no day of the calendar'],
    ['measures.csv?by=STREAM,STREAM', 400, 'BAD_USER_INPUT', 'names STREAM twice'],
    [
      'measures.csv?measures=EVERYTHING',
      400,
      'BAD_USER_INPUT',
      '`measures` holds "EVERYTHING". Write `RECEIVED`',
    ],
  ])('%s is refused with what there is', async (path, status, code, says) => {
    const response = await get(path);
    const { errors } = await response.json();
    expect([response.status, errors[0].extensions.code]).toEqual([status, code]);
    expect(errors[0].message).toContain(says);
  });

  it('takes names with commas, and what stands for no name', async () => {
    const { data } = await product.ask<{ complaints: { totalCount: number } }>(
      'analyst',
      '{ complaints(where: { services: ["Not recorded"] }) { totalCount } }',
    );
    const response = await get('complaints.csv?services=Not+recorded,Highways');
    expect(response.status).toBe(200);
    expect(rowsTold(response)).toBeGreaterThanOrEqual(data.complaints.totalCount);
    await response.body?.cancel();
  });

  it('is read alone, in what the file is', async () => {
    const headers = { authorization: `Bearer ${await product.token('analyst')}` };
    const ask = (path: string, init: RequestInit) => fetch(`${product.url}/exports/${path}`, init);
    expect((await ask('stages.csv', { method: 'POST', headers })).status).toBe(405);
    const other = await ask('stages.csv', { headers: { ...headers, accept: 'application/json' } });
    expect([other.status, (await other.json()).errors[0].message]).toEqual([
      406,
      expect.stringContaining('text/csv'),
    ]);
    const head = await ask('stages.csv', { method: 'HEAD', headers });
    expect([head.status, rowsTold(head) > 0, await head.text()]).toEqual([200, true, '']);
    const metadata = await ask('stages.csv-metadata.json', { headers });
    expect(await metadata.json()).toMatchObject({
      url: 'stages.csv',
      tableSchema: {
        columns: expect.arrayContaining([expect.objectContaining({ name: 'receivedOn', datatype: 'date' })]),
      },
    });
  });
});

describe('the dictionary', () => {
  const ask = async (file: string, as: string | null, headers: Record<string, string> = {}) =>
    fetch(`${product.url}/dictionary.${file}`, {
      headers: { ...(as && { authorization: `Bearer ${await product.token(as)}` }), ...headers },
    });
  const idsAs = async (role: string): Promise<string[]> => {
    const { entries } = await (await ask('json', role)).json();
    return entries.map(({ id }: { readonly id: string }) => id);
  };

  it('is for everybody who is signed in, each as far as it is open to them', async () => {
    expect((await ask('json', null)).status).toBe(401);
    const [analyst, partner, auditor] = await Promise.all(['analyst', 'partner', 'auditor'].map(idsAs));
    expect(analyst).toEqual(
      expect.arrayContaining(['measure:RECEIVED', 'column:calls.waitSeconds', 'field:Query.keys']),
    );
    expect(partner).toEqual(expect.arrayContaining(['measure:RECEIVED', 'column:stages.receivedOn']));
    expect(partner).not.toEqual(expect.arrayContaining(['record-set:calls']));
    expect(partner).not.toEqual(expect.arrayContaining(['field:Query.keys']));
    expect(auditor).toEqual(analyst);
  });

  it('names columns as files have them', async () => {
    const { entries } = await (await ask('json', 'analyst')).json();
    for (const set of SETS) {
      const [head = ''] = (await (await get(`${set}.csv`)).text()).replace('\uFEFF', '').split('\r\n');
      const named = entries.filter(
        ({ within }: { readonly within: string }) => within === `record-set:${set}`,
      );
      expect(named.map(({ names }: { readonly names: { file: string } }) => names.file)).toEqual(
        head.split(','),
      );
    }
  });

  it('is sent again only where it is another, and is only read', async () => {
    const first = await ask('csv', 'analyst');
    expect(await first.text()).toContain(
      'measure:IN_TIME_RATE,measures,IN_TIME_RATE,Share answered in time,',
    );
    const tag = first.headers.get('etag') ?? '';
    expect((await ask('csv', 'analyst', { 'if-none-match': tag })).status).toBe(304);
    expect((await ask('csv', 'manager', { 'if-none-match': tag })).status).toBe(200);
    const changed = await fetch(`${product.url}/dictionary.json`, {
      ...{ method: 'POST', body: '{}' },
      headers: { authorization: `Bearer ${await product.token('analyst')}` },
    });
    expect([changed.status >= 400, changed.status < 500]).toEqual([true, true]);
  });
});
describeStarterRuns(() => product);
// Asked of the same products, so that none is started for it.
describeAssistants(() => ({ product, guarded }));
describeOData({ product: () => product, guarded: () => guarded });
describeRefresh(() => product);
