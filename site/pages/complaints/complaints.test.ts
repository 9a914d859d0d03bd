import { Readable } from 'node:stream';
import { GatewayRefusal } from '../../gateway/refusal';
import { type Answers, servePages } from '../../testing/serve-pages';
import { addComplaintPage } from '../complaint/complaint';
import { addFileNoting } from '../note-files';
import { addComplaintPages } from './complaints';
import { addComplaintDownload } from './download';
import { addComplaintList } from './list';
import { askMeasured } from './measured';
import { askPlain } from './plain';

const stage = {
  stage: 1,
  reference: '100280001',
  receivedOn: '2021-06-03',
  dueOn: '2021-06-17',
  answeredOn: '2021-06-15',
  inTime: true,
  outcome: 'NOT_UPHELD',
  closureReason: 'ANSWERED',
  service: 'Parks <b>',
  theme: null,
  channel: 'letter',
  route: null,
};
const complaint = {
  __typename: 'CorporateComplaint',
  id: 'corporate-1',
  reference: '100280001',
  references: ['100280001'],
  stream: 'CORPORATE',
  stage: 1,
  status: 'CLOSED',
  receivedOn: '2021-06-03',
  dueOn: '2021-06-17',
  answeredOn: '2021-06-15',
  closedOn: '2021-06-15',
  overdue: false,
  overdueAsAt: '2021-09-30',
  service: 'Parks <b>',
  directorate: 'Place',
  theme: null,
  channel: 'letter',
  outcome: 'NOT_UPHELD',
  closureReason: 'ANSWERED',
  ward: 'Heald Green',
  stages: [stage],
};
const pageInfo = { hasNextPage: false, endCursor: null };
const node = {
  id: 'ANSWERED:1',
  subject: '1',
  reference: '100280001',
  stage: 1,
  on: '2021-06-15',
  complaint: { __typename: 'CorporateComplaint', id: 'corporate-1' },
  ombudsmanCase: null,
};
const answers: Answers = {
  Reach: { reach: { asAt: '2021-09-30', sources: [] } },
  FilterNames: { services: [], channels: [] },
  FilterThemes: { themes: { rows: [] } },
  CountedList: {
    counted: { asAt: '2021-09-30', partial: ['ADULTS'], totalCount: 1, edges: [{ node }], pageInfo },
    figures: [
      {
        value: 1,
        numerator: null,
        denominator: null,
        definition: {
          title: 'Answered',
          unit: 'COUNT',
          counts: 'Stages answered',
          denominator: null,
          datedBy: 'The day of the answer',
        },
      },
    ],
  },
  ComplaintList: {
    complaints: { asAt: '2021-09-30', totalCount: 1, edges: [{ node: node.complaint }], pageInfo },
  },
  ComplaintLines: { nodes: [complaint] },
  ComplaintPage: { complaint },
  ComplaintCases: { register: { asAt: '2021-09-30' }, complaint: { id: 'corporate-1', ombudsmanCases: [] } },
  ComplaintLineage: { complaint: { id: 'corporate-1', stages: [] } },
  ComplaintKeptOfCorporate: {
    complaint: { id: 'corporate-1', retention: { anonymisedAt: null, holds: [] } },
  },
  ComplaintClocksOfCorporate: { complaint: { id: 'corporate-1', deadlines: [] } },
  CaseOnPageOfCorporate: {
    complaint: { id: 'corporate-1', openToCaller: true, deadlines: [], casework: null },
  },
  LiveProcedureCorporate: { procedure: null },
  ComplaintPeople: {
    complaint: {
      ...complaint,
      accounts: [
        {
          stage: 1,
          person: null,
          relationship: null,
          title: null,
          forename: null,
          surname: null,
          name: 'A Person',
          email: null,
          postcode: null,
          summary: 'It was late.',
        },
      ],
    },
  },
  DueCorporate: {
    due: {
      extendableTo: null,
      rule: { source: 'Policy', answerWithinWorkingDays: 10, answerWithinMonths: null },
      answer: { dueOn: '2021-06-17' },
    },
  },
};
const down = new GatewayRefusal('TIMEOUT', 'slow');
const bad = new GatewayRefusal('BAD_USER_INPUT', 'Leave that out.');

/** What a page says to somebody, with other answers in place of these. */
async function read(url: string, changed: Answers = {}, role = 'officer', add = addComplaintPages) {
  const site = await servePages({
    add,
    answers: { ...answers, ...changed },
    session: { role, streams: ['corporate'], services: ['parks'] },
  });
  const { statusCode, body, headers } = await site.get(url);
  await site.stop();
  const text = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  return { status: statusCode, body, text, headers, asked: site.asked.map(({ operation }) => operation) };
}

describe('the list behind a figure', () => {
  it('shows the figure, exactly too, and what it counted', async () => {
    const { status, body, text } = await read('/complaints?measure=ANSWERED&financialYears=2021-22');
    expect(status).toBe(200);
    expect(body).toContain('data-measure="ANSWERED" data-value="1"');
    expect(body).toContain('href="/complaints/corporate-1"');
    expect(text).toMatch(/15 Jun 2021.*Corporate.*17 Jun 2021.*15 Jun 2021.*in time/);
    expect(text).toContain('The records of Adult social care end before the period does');
    expect(body).not.toContain('Parks <b>');
  });

  it('stands where a stream is down, and says which', async () => {
    const { status, text } = await read('/complaints?measure=ANSWERED', { ComplaintLines: down });
    expect(status).toBe(200);
    expect(text).toContain('Corporate: the records do not answer just now');
    expect(text).toMatch(/100280001.*cannot be had just now/);
  });

  it('says why the graph refuses it, and helps where nothing fits', async () => {
    expect(await read('/complaints?measure=ANSWERED', { CountedList: bad })).toMatchObject({
      status: 200,
      text: expect.stringContaining('Leave that out.'),
    });
    const unknown = new GatewayRefusal('BAD_USER_INPUT', 'Variable "$measure" got invalid value "BANANA"');
    const { text } = await read('/complaints?measure=BANANA', { CountedList: unknown });
    expect(text).toContain('There is no such measure');
    expect(text).not.toContain('Variable');
    const empty = { complaints: { asAt: '2021-09-30', totalCount: 0, edges: [], pageInfo } };
    expect((await read('/complaints?status=OPEN', { ComplaintList: empty })).text).toMatch(
      /No complaints that fit.*Nothing fits/,
    );
    expect((await read('/complaints', { ComplaintList: empty }, 'partner')).text).toContain(
      'its cases are with the',
    );
  });

  it('is a page of errors where the list itself cannot be had', async () => {
    expect(await read('/complaints', { ComplaintList: down })).toMatchObject({ status: 503 });
    expect(
      await read('/complaints', { ComplaintList: new GatewayRefusal('FORBIDDEN', 'no') }, 'auditor'),
    ).toMatchObject({ status: 403 });
  });

  it('stands without the names and the days that it could be narrowed by', async () => {
    const lost = { Reach: down, FilterNames: down, FilterThemes: down };
    expect(await read('/complaints?services=Zoo', lost, 'officer', addComplaintList)).toMatchObject({
      status: 200,
      body: expect.stringContaining('/complaints/corporate-1'),
    });
  });

  it('is a file of all of its rows, or none', async () => {
    const file = await read('/complaints.csv?measure=ANSWERED', {}, 'analyst', addComplaintDownload);
    expect(file.headers['content-disposition']).toBe(
      'attachment; filename="complaints-answered-as-at-2021-09-30.csv"',
    );
    expect(file.body).toBe(
      '\uFEFFReference,Stage,Day counted,Stream,Service,Due,Answered,How it stands\r\n100280001,1,2021-06-15,Corporate,Parks <b>,2021-06-17,2021-06-15,in time\r\n',
    );
    expect(await read('/complaints.csv', { ComplaintLines: down })).toMatchObject({ status: 503 });
    expect(await read('/complaints.csv', { ComplaintList: bad })).toMatchObject({ status: 422 });
    expect(await read('/complaints.csv?overdue=perhaps')).toMatchObject({
      status: 422,
      text: expect.stringContaining('There is: true, false'),
    });
    const huge = { complaints: { asAt: '2021-09-30', totalCount: 20_001, edges: [], pageInfo } };
    expect(await read('/complaints.csv', { ComplaintList: huge })).toMatchObject({
      status: 422,
      text: expect.stringContaining('20,000 at most'),
    });
  });

  it('is the same rows where its file has types', async () => {
    const { body, headers } = await read(
      '/complaints.xlsx?measure=ANSWERED',
      {},
      'analyst',
      addComplaintDownload,
    );
    expect(headers).toMatchObject({
      'content-disposition': 'attachment; filename="complaints-answered-as-at-2021-09-30.xlsx"',
      'x-row-count': '1',
    });
    expect(body.startsWith('PK')).toBe(true);
    expect(await read('/complaints.parquet?measure=ANSWERED', { ComplaintLines: down })).toMatchObject({
      status: 503,
    });
  });

  it('is the gateway’s own file where it is of complaints, under the same filter', async () => {
    const wanted: unknown[] = [];
    const site = await servePages({
      add: (app, makers) => {
        addFileNoting(app, makers.gateway);
        addComplaintDownload(app, makers);
      },
      answers,
      async download(asked) {
        wanted.push(asked);
        if (asked.file.endsWith('.xlsx')) return { refused: 'Too many for a sheet.' };
        return { body: Readable.from(['a file']), rows: 7, asAt: '2021-09-30' };
      },
    });
    const query = '?streams=ADULTS&financialYears=2021-22&quarters=Q1&overdue=true';
    const parquet = await site.get(`/complaints.parquet${query}`);
    expect([parquet.statusCode, parquet.body]).toEqual([200, 'a file']);
    expect(parquet.headers).toMatchObject({
      'content-disposition': 'attachment; filename="complaints-all-as-at-2021-09-30.parquet"',
      'x-row-count': '7',
    });
    expect(await site.get(`/complaints.xlsx${query}`)).toMatchObject({
      statusCode: 422,
      body: expect.stringContaining('Too many for a sheet.'),
    });
    await site.stop();
    expect(wanted[0]).toEqual({
      file: 'complaints.parquet',
      where: {
        ...{ streams: ['ADULTS'], receivedFrom: '2021-04-01', receivedTo: '2021-06-30', overdue: true },
      },
    });
    // The gateway notes its own files; another note would count them twice.
    expect(site.asked.map(({ operation }) => operation)).not.toContain('NoteFile');
  });

  it('is never half an answer', async () => {
    const gateway = { ask: async () => JSON.parse('{"counted":null,"figures":null,"complaints":null}') };
    const asking = { accessToken: 'a', requestId: 'r' };
    await expect(
      askMeasured(gateway, asking, { measure: 'OPEN', filter: {}, asAt: null, first: 1, after: null }),
    ).rejects.toThrow('without its figure');
    await expect(
      askPlain(gateway, asking, { where: {}, orderBy: { field: 'DUE_ON' }, first: 1, after: null }),
    ).rejects.toThrow('without the list');
  });
});

describe('the page of a complaint', () => {
  it('tells its clocks, and asks for no people', async () => {
    const { text, body, asked } = await read('/complaints/corporate-1', {}, 'officer', addComplaintPage);
    expect(text).toContain(
      'Received 3 June 2021, due 17 June 2021 (10 working days), answered 15 June 2021: in time',
    );
    expect(body).toContain('href="/complaints/corporate-1/people"');
    expect(asked).not.toContain('ComplaintPeople');
  });

  it('offers people to those cleared alone: a manager for what their services were asked', async () => {
    const named = (name: string) => ({
      FilterNames: { services: [{ id: 'parks', name, directorate: 'Place' }], channels: [] },
    });
    const as = async (name: string) => (await read('/complaints/corporate-1', named(name), 'manager')).body;
    expect(await as('Parks <b>')).toContain('href="/complaints/corporate-1/people"');
    const other = await as('Roads');
    expect(other).not.toContain('href="/complaints/corporate-1/people"');
    expect(other).toContain('You are neither');
    expect((await read('/complaints/corporate-1', {}, 'analyst')).text).not.toContain('You are neither');
  });

  it('says that it is restricted, and offers people to those alone to whom it is open', async () => {
    const closed = {
      ComplaintPage: { complaint: { ...complaint, restricted: true } },
      CaseOnPageOfCorporate: { complaint: { id: 'corporate-1', openToCaller: false, casework: null } },
    };
    const officer = await read('/complaints/corporate-1', closed);
    expect(officer.text).toContain('This complaint is restricted');
    expect(officer.text).toContain('Closed to you');
    expect(officer.body).not.toContain('href="/complaints/corporate-1/people"');
    expect(officer.body).toContain('href="/complaints/corporate-1/access"');
    const analyst = await read('/complaints/corporate-1', closed, 'analyst');
    expect(analyst.text).toContain('This complaint is restricted');
    expect(analyst.body).not.toContain('/access"');
    expect((await read('/complaints/corporate-1')).text).not.toContain('restricted');
  });

  it('says to those who hold and decide whether its people are held, or gone', async () => {
    const told = async (retention: object, role?: string) => {
      const answer = { complaint: { id: 'corporate-1', retention } };
      return (await read('/complaints/corporate-1', { ComplaintKeptOfCorporate: answer }, role)).text;
    };
    const held = { anonymisedAt: null, holds: [{ id: 'h' }] };
    const gone = { anonymisedAt: '2026-11-30T09:00:00.000Z', holds: [] };
    expect(await told(held)).toContain('A legal hold keeps its people.');
    expect(await told(gone)).toContain('Its people were taken out for good on 30 Nov 2026');
    for (const says of ['A legal hold', 'taken out']) {
      expect(await told({ anonymisedAt: null, holds: [] })).not.toContain(says);
      expect(await told(says === 'taken out' ? gone : held, 'analyst')).not.toContain(says);
    }
  });

  it('loses only what does not answer', async () => {
    const { status, text } = await read('/complaints/corporate-1', {
      CaseOnPageOfCorporate: down,
      ComplaintKeptOfCorporate: down,
      ComplaintCases: down,
      ComplaintLineage: down,
      DueCorporate: down,
    });
    expect(status).toBe(200);
    expect(text).toContain('The ombudsmen’s register does not answer just now');
    expect(text).toContain('Where the records came from cannot be had just now');
    expect(text).toContain('due 17 June 2021, answered');
  });

  it('offers neither people nor lineage to roles that may not have them', async () => {
    const { body, asked } = await read('/complaints/corporate-1', {}, 'analyst');
    expect(body).not.toContain('/people');
    expect(asked).not.toContain('ComplaintLineage');
  });

  it('is not found where there is none that one may see', async () => {
    expect(
      await read('/complaints/corporate-2', { ComplaintPage: { complaint: null }, ComplaintOfStream: {} }),
    ).toMatchObject({
      status: 404,
    });
  });

  it('has people on a page of their own, for those cleared alone', async () => {
    expect((await read('/complaints/corporate-1/people')).text).toMatch(
      /That you read this is recorded.*A Person.*It was late\./,
    );
    const refused = await read('/complaints/corporate-1/people', {}, 'analyst');
    expect(refused).toMatchObject({ status: 403, asked: [] });
    expect(
      await read('/complaints/corporate-1/people', { ComplaintPeople: { complaint: null } }),
    ).toMatchObject({ status: 404 });
    const none = { complaint: { ...complaint, accounts: [] } };
    expect((await read('/complaints/corporate-1/people', { ComplaintPeople: none })).text).toContain(
      'Nothing is recorded here that you are cleared for',
    );
  });
});
