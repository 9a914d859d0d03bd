import { frozenVersion, get, ID, post } from './testing';

const source = { source: 'crm', stream: 'CORPORATE', from: '2019-04-02', to: '2021-10-01', loadedAt: null };
const Reach = { reach: { asAt: '2021-10-01', sources: [source], edges: [], smallNumbers: null } };
const definition = {
  ...{ key: 'mid-year-progress', title: 'Progress report', rule: 'Custom', audience: 'Members' },
  upTo: ['Q1', 'Q2', 'Q3'],
};
const line = {
  id: ID,
  title: 'Progress: mid-year',
  definition: definition.key,
  financialYear: '2021-22',
  upTo: 'Q2',
};
const answers = (nodes: readonly object[], hasNextPage = false) => ({
  Reach,
  ReportsHome: {
    definitions: [definition],
    reports: {
      ...{ totalCount: nodes.length, edges: nodes.map((node) => ({ node })) },
      pageInfo: { hasNextPage, endCursor: 'more' },
    },
  },
});
const FORM = { definition: definition.key, financialYear: '2021-22', upTo: 'Q2' };

describe('the reports', () => {
  it('are listed by year with how far each has come, and lead on', async () => {
    const { body } = await get('/reports', answers([{ ...line, newest: frozenVersion() }], true));
    for (const words of [
      '2021-22</h2>',
      `href="/reports/${ID}"`,
      'Frozen',
      'frozen by Olu Somebody on 16 October 2021',
      'href="/post">Get their news by mail',
    ])
      expect(body).toContain(words);
    expect(body).toContain('href="/reports?after=more"');
  });

  it('lead nobody to mail who gets none', async () => {
    expect((await get('/reports', answers([]), 'partner')).body).not.toContain('Get their news by mail');
  });

  it('are begun, the quarter that ended last chosen at first', async () => {
    const { body } = await get('/reports', answers([]));
    for (const words of ['No report has been begun yet', 'value="2021-22" selected', 'value="Q2" selected'])
      expect(body).toContain(words);
    const opened = { OpenReport: { done: { __typename: 'Report', id: ID } } };
    const { headers, statusCode, asked } = await post('/reports', FORM, opened);
    expect([statusCode, headers.location]).toEqual([303, `/reports/${ID}`]);
    expect(asked[0]?.variables).toEqual(FORM);
  });

  it('say what keeps one from being begun', async () => {
    const refused = { done: { __typename: 'ReportUnusable', message: 'Not yet.', part: 'financialYear' } };
    const { body, statusCode } = await post('/reports', FORM, { ...answers([]), OpenReport: refused });
    expect([statusCode, body.includes('Not yet.')]).toEqual([400, true]);
    const none = await post('/reports', { ...FORM, upTo: 'Q9' }, answers([]));
    expect([none.statusCode, none.body.includes('Choose up to which quarter')]).toEqual([400, true]);
  });

  it('are begun by those who report', async () => {
    expect((await post('/reports', FORM, {}, 'partner')).statusCode).toBe(403);
  });
});
