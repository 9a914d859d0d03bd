import { Readable } from 'node:stream';
import { GatewayRefusal } from '../../gateway/refusal';
import { type Answers, servePages } from '../../testing/serve-pages';
import { addAudit } from '../audit/audit';
import { addSearch } from '../search/search';
import { addOmbudsmanCase } from './case';
import { addOmbudsmanPages } from './ombudsman-cases';

const parts = {
  id: 'ombudsman-1',
  body: 'LGSCO',
  reference: '19 003 720',
  ourReference: '100280668',
  stream: 'CORPORATE',
  partner: null,
  receivedOn: '2019-05-15',
  replyDueOn: '2019-06-13',
  replySentOn: '2019-06-07',
  repliedInTime: true,
  decidedOn: '2019-08-22',
  decision: 'Upheld',
  upheld: true,
  remedies: [],
};
const list = {
  ombudsmanCases: {
    asAt: '2021-09-30',
    totalCount: 1,
    edges: [{ node: parts }],
    pageInfo: { hasNextPage: false, endCursor: null },
  },
};
const answers: Answers = {
  OmbudsmanList: list,
  OmbudsmanCounts: { all: { totalCount: 1, asAt: '2021-09-30' }, awaitingReply: { totalCount: 0 } },
  OmbudsmanPage: {
    register: { asAt: '2021-09-30' },
    ombudsmanCase: {
      ...parts,
      lgscoDecision: 'UPHELD',
      findings: [],
      complaint: { __typename: 'CorporateComplaint', id: 'corporate-1' },
    },
  },
  ComplaintLines: { nodes: [] },
};
const down = new GatewayRefusal('TIMEOUT', 'slow');
const bad = new GatewayRefusal(
  'BAD_USER_INPUT',
  '`reference` fits several complaints: A-1, A1. Write the one that is meant exactly so.',
);

async function read(
  url: string,
  changed: Answers = {},
  {
    add = addOmbudsmanPages,
    role = 'analyst',
  }: { add?: Parameters<typeof servePages>[0]['add']; role?: string } = {},
) {
  const site = await servePages({ add, answers: { ...answers, ...changed }, session: { role } });
  const { statusCode, body, headers } = await site.get(url);
  await site.stop();
  const text = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  return { status: statusCode, body, text, headers, asked: site.asked };
}

describe('the pages of ombudsmen’s cases', () => {
  it('list them, with how many are in each state', async () => {
    const { text, body } = await read('/ombudsman-cases');
    expect(text).toMatch(/1 All.*19 003 720.*LGSCO.*in time.*Decided 22 August 2019: Upheld/);
    expect(body).toContain('href="/ombudsman-cases/ombudsman-1"');
  });

  it('stand without the numbers, and not without the list', async () => {
    expect(await read('/ombudsman-cases', { OmbudsmanCounts: down })).toMatchObject({ status: 200 });
    expect(await read('/ombudsman-cases', { OmbudsmanList: down })).toMatchObject({ status: 503 });
    expect(await read('/ombudsman-cases', { OmbudsmanList: { ombudsmanCases: null } })).toMatchObject({
      status: 500,
    });
  });

  it('begin again where the list has no such place', async () => {
    const once = (variables: { after: string | null }) => {
      if (variables.after !== null) throw bad;
      return list;
    };
    expect(await read('/ombudsman-cases?after=zz', { OmbudsmanList: once })).toMatchObject({
      status: 200,
      text: expect.stringContaining('1 to 1 of 1'),
    });
    expect(await read('/ombudsman-cases', { OmbudsmanList: bad })).toMatchObject({ status: 503 });
  });

  it('say what of the address makes no sense', async () => {
    expect(await read('/ombudsman-cases?state=lost')).toMatchObject({
      status: 200,
      text: expect.stringContaining('There is no “lost”'),
    });
  });

  it('are taken away as the gateway sends them, in the state that is shown', async () => {
    const wanted: unknown[] = [];
    const site = await servePages({
      add: addOmbudsmanPages,
      answers,
      async download(asked) {
        wanted.push(asked);
        return { body: Readable.from(['a file']), rows: 3, asAt: '2021-09-30' };
      },
    });
    const { body, headers } = await site.get('/ombudsman-cases.xlsx?state=undecided&body=LGSCO');
    expect([body, headers['content-disposition']]).toEqual([
      'a file',
      'attachment; filename="ombudsman-cases-undecided-as-at-2021-09-30.xlsx"',
    ]);
    expect(wanted).toEqual([{ file: 'ombudsman-cases.xlsx', where: { decided: false, bodies: ['LGSCO'] } }]);
    expect((await site.get('/ombudsman-cases.csv?state=lost')).statusCode).toBe(422);
    await site.stop();
    expect(await read('/ombudsman-cases.csv')).toMatchObject({ status: 503 });
  });

  it('help a partner who has none', async () => {
    const none = { ombudsmanCases: { ...list.ombudsmanCases, totalCount: 0, edges: [] } };
    expect((await read('/ombudsman-cases', { OmbudsmanList: none }, { role: 'partner' })).text).toMatch(
      /Your cases with the ombudsmen.*No ombudsman has a case of your organisation/,
    );
  });

  it('show one, and the complaint though its stream is down', async () => {
    const { text, body } = await read(
      '/ombudsman-cases/ombudsman-1',
      { ComplaintLines: down },
      { add: addOmbudsmanCase },
    );
    expect(text).toContain('Enquiry received 15 May 2019; reply due 13 June 2019, sent 7 June 2019: in time');
    expect(body).toContain('href="/complaints/corporate-1"');
    const none = { register: null, ombudsmanCase: null };
    expect(await read('/ombudsman-cases/other', { OmbudsmanPage: none })).toMatchObject({ status: 404 });
  });
});

describe('the search by reference', () => {
  const found = { complaint: { __typename: 'CorporateComplaint', id: 'corporate-1' } };

  it('opens the one that there is', async () => {
    const { status, headers, asked } = await read(
      '/search?reference=%20100%2F1%20',
      { ComplaintByReference: found },
      { add: addSearch },
    );
    expect([status, headers.location]).toEqual([303, '/complaints/corporate-1']);
    expect(asked).toEqual([{ operation: 'ComplaintByReference', variables: { reference: '100/1' } }]);
  });

  it('says what to check where there is none, and asks nothing for nothing', async () => {
    const none = await read(
      '/search?reference=%3Cb%3E',
      { ComplaintByReference: { complaint: null } },
      { add: addSearch },
    );
    expect(none).toMatchObject({ status: 200, text: expect.stringContaining('Check each digit') });
    expect(none.body).not.toContain('“<b>”');
    expect((await read('/search', {}, { add: addSearch })).asked).toEqual([]);
  });

  it('names those that could be meant', async () => {
    const { body } = await read('/search?reference=a1', { ComplaintByReference: bad }, { add: addSearch });
    expect(body).toContain('href="/search?reference=A-1"');
    expect(
      await read('/search?reference=a1', { ComplaintByReference: down }, { add: addSearch }),
    ).toMatchObject({ status: 503 });
  });
});

describe('the page of the audit log', () => {
  const entry = {
    id: 'c-1',
    at: '2026-11-29T15:21:10.000Z',
    actor: 'olu',
    role: 'officer',
    action: 'ACCOUNT_READ',
    subject: 'corporate-1',
    request: 'r',
  };
  const pageInfo = { hasNextPage: false, endCursor: null };
  const empty = { log: { totalCount: 0, edges: [], pageInfo, seal: null } };
  const logs: Answers = {
    AuditCorporate: { log: { totalCount: 1, edges: [{ cursor: 'a', node: entry }], pageInfo, seal: null } },
    AuditAdults: empty,
    AuditChildrens: empty,
    AuditSchools: empty,
    AuditIntake: down,
    AuditDirectory: empty,
    AuditGuidance: empty,
    AuditInsight: empty,
    AuditReviews: empty,
    AuditOmbudsman: empty,
    AuditTelephony: empty,
    AuditAccess: empty,
    UnreadOpenings: down,
  };

  it('shows the logs that answer, and which do not', async () => {
    const { text } = await read('/audit', logs, { add: addAudit, role: 'auditor' });
    expect(text).toMatch(
      /What is recorded of Imports cannot be read just now.*1 entry found, without those of Imports.*29 Nov 2026, 15:21:10.*olu.*officer.*Read people and what they said/,
    );
  });

  it('asks each log with the filter, and from its own place', async () => {
    const after = Buffer.from('{"corporate":"abc"}').toString('base64url');
    const { asked } = await read(`/audit?actor=olu&from=2026-11-01&after=${after}&page=2`, logs, {
      add: addAudit,
      role: 'auditor',
    });
    const where = { from: '2026-11-01', actors: ['olu'] };
    expect(asked.filter(({ operation }) => operation.startsWith('Audit'))).toHaveLength(12);
    expect(asked).toContainEqual({
      operation: 'AuditCorporate',
      variables: { where, first: 50, after: 'abc' },
    });
    expect(asked).toContainEqual({ operation: 'AuditAdults', variables: { where, first: 50, after: null } });
  });

  it('is for auditors alone, and asks nothing for others', async () => {
    expect(await read('/audit', logs, { add: addAudit, role: 'admin' })).toMatchObject({
      status: 403,
      asked: [],
    });
  });
});
