import { servePages } from '../../../testing/serve-pages';
import { addCopy } from './copy';
import { copyView } from './copy-view';
import { addDuplicates } from './duplicates';
import { pairCells } from './duplicates-view';
import { addPair } from './pair';
import { pairView } from './pair-view';
import { readPairQuestion } from './question';

const RECORDS = [
  { source: 'childrens', record: 'CH-1', stream: 'CHILDRENS' as const },
  { source: 'corporate-crm', record: '100', stream: null },
];
const PAIR = {
  ...{ id: 'pair-1', days: 3, foundAt: '2024-05-30T09:00:00Z', state: 'OPEN' as const, records: RECORDS },
  ...{ decidedBy: null, decidedAt: null, reason: null },
  reasons: [{ code: 'SAME_EMAIL' as const, message: 'Both have the same email address.' }],
};
const WHOLE = {
  ...PAIR,
  whole: RECORDS.map((record) => ({
    ...{ ...record, file: 'a.csv', line: 4 },
    cells: [
      { column: 'Summary', value: '<b>bus</b>', written: null },
      { column: 'Ward', value: ' ', written: null },
    ],
  })),
};
const COPY = {
  ...{
    id: '7-2',
    source: 'corporate-crm',
    stream: 'CORPORATE' as const,
    file: 'a.csv',
    line: 4,
    value: '100',
  },
  ...{
    code: 'CONFLICTING_COPY',
    action: 'Line 9 holds.',
    foundAt: '2024-05-30T09:00:00Z',
    state: 'OPEN' as const,
  },
  cells: [{ column: 'Case Ref', value: '100' }],
  amendments: [],
};
const SOURCES = [{ name: 'corporate-crm', title: 'the corporate system' }];
const ANSWERS = {
  LikelyDuplicateList: {
    likelyDuplicates: {
      ...{ totalCount: 1, edges: [{ node: PAIR }], pageInfo: { hasNextPage: false, endCursor: null } },
    },
  },
  LikelyDuplicatePage: { likelyDuplicate: WHOLE, sources: SOURCES },
  ConflictingCopy: { fault: COPY, sources: SOURCES },
};

let site: Awaited<ReturnType<typeof servePages>>;
const serve = async (answers: object = {}, role = 'officer', add = addDuplicates) => {
  site = await servePages({ add, answers: { ...ANSWERS, ...answers }, session: { role } });
};
afterEach(() => site?.stop());

describe('likely duplicates', () => {
  it('are listed without what is written in them, and taken away', async () => {
    await serve();
    const { body } = await site.get('/data-quality/duplicates?state=OPEN&receivedFrom=2021-04-01');
    expect(body).toContain('href="/data-quality/duplicates/pair-1">CH-1 and 100</a>');
    expect(body).toContain('Both have the same email address.');
    expect(site.asked.at(-1)?.variables).toMatchObject({
      where: { states: ['OPEN'], receivedFrom: '2021-04-01' },
    });
    expect((await site.get('/data-quality/duplicates.csv')).body).toContain(
      'pair-1,childrens,CH-1,corporate-crm,100,3',
    );
    expect(pairCells({ ...PAIR, records: [] })[1]).toBeNull();
  });

  it('are narrowed by what makes sense', () => {
    expect(readPairQuestion({ state: 'LOST', stream: ['A'], receivedTo: 'soon' })).toMatchObject({
      ...{
        where: {},
        parameters: {},
        problems: [expect.any(String), expect.any(String), expect.any(String)],
      },
    });
    expect(readPairQuestion({ state: '', stream: 'ADULTS' }).where).toEqual({ streams: ['ADULTS'] });
  });

  it('are shown side by side, and decided with a reason', async () => {
    await serve({
      ConfirmDuplicate: { decided: { __typename: 'DuplicateDecided' } },
      RefuseDuplicate: { decided: { __typename: 'ReasonUnusable', code: 'R', message: 'Say why.' } },
    });
    const { body } = await site.get('/data-quality/duplicates/pair-1');
    expect(body).toContain('&lt;b&gt;bus&lt;/b&gt;');
    expect(body).not.toContain('Ward');
    const confirmed = await site.post('/data-quality/duplicates/pair-1', {
      decision: 'confirm',
      reason: 'One bus',
    });
    expect([confirmed.statusCode, confirmed.headers.location]).toEqual([
      303,
      '/data-quality/duplicates/pair-1',
    ]);
    const refused = await site.post('/data-quality/duplicates/pair-1', { decision: 'refuse', reason: '' });
    expect([refused.statusCode, refused.body.includes('<a href="#reason">Say why.</a>')]).toEqual([
      400,
      true,
    ]);
  });

  it('say who was first', () => {
    const pair = {
      ...{ ...WHOLE, state: 'CONFIRMED' as const, decidedBy: 'cora', decidedAt: '2024-06-01T09:00:00Z' },
      reason: 'One bus',
    };
    const refused = {
      title: 'Somebody else was first',
      problems: [{ says: 'x', field: 'row' as const }],
      acceptable: [],
    };
    const view = pairView({ given: { pair, sources: null }, reason: 'Mine', refused });
    expect(view.form.rowErrors).toEqual([
      'cora decided on 1 Jun 2024, 10:00: one complaint. “One bus” Nothing of yours was done.',
    ]);
    expect([view.form.reason, view.isOpen]).toEqual(['Mine', true]);
  });

  it('are not found where one may not see both, and closed to other roles', async () => {
    await serve({ LikelyDuplicatePage: { likelyDuplicate: null, sources: [] } }, 'admin', addPair);
    expect((await site.get('/data-quality/duplicates/pair-1')).statusCode).toBe(404);
    await site.stop();
    await serve({}, 'manager');
    for (const path of ['', '.csv', '/pair-1', '/copies/7-2'])
      expect((await site.get(`/data-quality/duplicates${path}`)).statusCode).toBe(403);
  });
});

describe('a conflicting copy', () => {
  const URL_OF_COPY = '/data-quality/duplicates/copies/7-2';

  it('is another record by its own reference, or a copy', async () => {
    await serve({
      SeparateCopy: { decided: { __typename: 'RecordHeld', code: 'R', message: 'Held (run 3, line 2).' } },
      ConfirmCopy: { decided: { __typename: 'Amended' } },
    });
    expect((await site.get(URL_OF_COPY)).body).toContain('Line 9 holds.');
    const held = await site.post(URL_OF_COPY, { decision: 'separate', 'cell-0': '101', reason: 'Two' });
    expect(held.statusCode).toBe(400);
    expect(held.body).toContain('<a href="#cell-0">Case Ref: Held (import 3, line 2).</a>');
    expect(site.asked.at(-1)?.variables).toMatchObject({ cells: [{ column: 'Case Ref', value: '101' }] });
    const confirmed = await site.post(URL_OF_COPY, { decision: 'confirm', reason: 'The same' });
    expect([confirmed.statusCode, confirmed.headers.location]).toEqual([303, URL_OF_COPY]);
  });

  it('is no other fault, and is told as decided', async () => {
    await serve({ ConflictingCopy: { fault: { ...COPY, code: 'ODD' }, sources: [] } }, 'admin', addCopy);
    expect((await site.get(URL_OF_COPY)).statusCode).toBe(404);
    const copy = { ...COPY, state: 'SEPARATED' as const, value: null, cells: null };
    expect(copyView({ given: { copy, sources: null }, typed: null, refused: null })).toMatchObject({
      ...{ canDecide: false, isSeparated: true, record: null },
    });
  });
});
