import { GatewayRefusal } from '../../../gateway/refusal';
import { servePages } from '../../../testing/serve-pages';
import { addFaults } from './faults';
import { faultCells, faultsView } from './faults-view';
import { readFaultQuestion } from './question';
import { sendServiceFaults } from './service-faults';
import { readServiceQuestion } from './service-faults-view';

const FAULT = {
  ...{ id: '7-1', source: 'corporate-crm', stream: 'CORPORATE' as const, file: 'a.csv', line: 4 },
  ...{ foundAt: '2024-05-30T09:00:00Z', column: 'Service', code: 'UNKNOWN_SERVICE', value: 'Parks & <co>' },
  ...{ action: 'Kept as written.', state: 'OPEN' as const, decision: null, record: { record: '100' } },
  replacedBy: null,
};
const connection = (nodes: readonly object[], more: object = {}) => ({
  ...{ totalCount: nodes.length, edges: nodes.map((node) => ({ node })) },
  pageInfo: { hasNextPage: false, endCursor: null },
  ...more,
});
const { record: _, decision: __, replacedBy: ___, ...OWN } = { ...FAULT, service: 'greenspace' };
const ANSWERS = {
  QualityNames: { sources: [{ name: 'corporate-crm', title: 'the corporate system' }], faultCodes: [] },
  FaultList: { faults: connection([FAULT, { ...FAULT, id: '7-2', code: 'CONFLICTING_COPY', value: null }]) },
  ServiceFaultList: {
    serviceFaults: connection([{ ...OWN, record: '100' }], {
      byCode: [{ name: 'UNKNOWN_SERVICE', count: 1 }],
    }),
    directory: [{ id: 'greenspace', name: 'Greenspace' }],
  },
};

let site: Awaited<ReturnType<typeof servePages>>;
const serve = async (role: string, answers: object = {}) => {
  site = await servePages({ add: addFaults, answers: { ...ANSWERS, ...answers }, session: { role } });
};
afterEach(() => site?.stop());

describe('the list of faults', () => {
  it('leads an admin from a word to its meaning, and everybody to the copy and the complaint', async () => {
    await serve('admin');
    const { body } = await site.get('/data-quality/faults?state=OPEN&touching=figures');
    const word = 'href="/administration/words?source=corporate-crm&amp;word=Parks+%26+%3Cco%3E"';
    expect(body).toContain(word);
    expect(body).toContain('Parks &amp; &lt;co&gt;');
    expect(body).toContain('href="/data-quality/duplicates/copies/7-2"');
    expect(body).toContain('href="/search?reference=100"');
    expect(body).toContain('not shown');
    expect(site.asked.at(-1)?.variables).toMatchObject({ where: { states: ['OPEN'], touchesFigures: true } });
    await site.stop();
    await serve('officer');
    expect((await site.get('/data-quality/faults')).body).not.toContain('/administration/words');
  });

  it('is narrowed to what touches figures, and to nothing else that is written there', () => {
    expect(readFaultQuestion({ touching: 'figures' }, null).parameters).toEqual({ touching: 'figures' });
    expect(readFaultQuestion({ touching: '' }, null).problems).toEqual([]);
    expect(readFaultQuestion({ touching: 'walls' }, null)).toMatchObject({
      where: {},
      problems: [expect.any(String)],
    });
  });

  it('tells what a word was decided to mean', () => {
    const given = connection([
      { ...FAULT, state: 'MAPPED', decision: { meaning: 'Greenspace', from: '2021-04-01' } },
    ]);
    const question = readFaultQuestion({}, null);
    const place = { after: null, number: 1 };
    const shown = {
      question,
      names: null,
      place,
      given,
      now: new Date('2024-06-01T12:00:00Z'),
      role: 'admin',
    };
    expect(faultsView(shown as never).rows[0]).toMatchObject({
      ...{ state: 'Its word has a meaning: Greenspace, from 1 April 2021', age: null },
      ways: [{ text: 'Complaint 100', href: '/search?reference=100' }],
    });
  });

  it.each([
    ['CORRECTION', ': the row was corrected'],
    ['FILE', ': a newer file took its place'],
  ])('tells what made a fault no longer true (%s), and wants nothing done', async (kind, state) => {
    const replacedBy = { kind, startedAt: '2024-06-01T09:00:00Z' };
    const given = connection([{ ...FAULT, state: 'REPLACED', replacedBy, record: null }]);
    await serve('admin', { FaultList: { faults: given } });
    const { body } = await site.get('/data-quality/faults?state=REPLACED');
    expect(body).toMatch(new RegExp(`No longer true since .*1 Jun 2024.*${state}`));
    expect(body).toContain('Nothing.');
    expect(body).not.toContain('Say what it means');
    expect(site.asked.at(-1)?.variables).toMatchObject({ where: { states: ['REPLACED'] } });
  });

  it('is taken away', async () => {
    await serve('officer');
    const { body } = await site.get('/data-quality/faults.csv');
    expect(body.split('\r\n')).toHaveLength(4);
    expect(faultCells({ ...FAULT, stream: null }).slice(0, 3)).toEqual(['7-1', 'corporate-crm', null]);
  });

  it.each(['analyst', 'partner', 'auditor'])('is closed to the role %s', async (role) => {
    await serve(role);
    for (const path of ['/data-quality/faults', '/data-quality/faults.csv'])
      expect((await site.get(path)).statusCode).toBe(403);
  });
});

describe('the faults of a manager’s services', () => {
  it('are shown by record and service, and counted by kind', async () => {
    await serve('manager');
    const { body } = await site.get('/data-quality/faults?state=OPEN&service=greenspace&code=lower');
    expect(body).toContain('<h1 class="govuk-heading-l list-head">Faults of your services</h1>');
    expect(body).toContain('Greenspace');
    expect(body).toContain('code=UNKNOWN_SERVICE');
    expect(body).toContain('What is wrong: choose one from the list.');
    expect(site.asked.at(-1)?.variables).toMatchObject({
      where: { states: ['OPEN'], services: ['greenspace'] },
    });
    expect((await site.get('/data-quality/faults.csv')).body).toContain('7-1,greenspace,Corporate,100');
  });

  it('begin anew where their place is no longer one', async () => {
    const answer = ({ after }: { after: string | null }) => {
      if (after !== null) throw new GatewayRefusal('BAD_USER_INPUT', 'no cursor');
      return ANSWERS.ServiceFaultList;
    };
    await serve('manager', { ServiceFaultList: answer });
    expect((await site.get('/data-quality/faults?after=old&page=2')).statusCode).toBe(200);
  });

  it('are a page of their own', async () => {
    site = await servePages({
      add: (app, makers) =>
        app.get('/own', (request, reply) => sendServiceFaults(makers, { request, reply })),
      answers: { ServiceFaultList: { serviceFaults: null, directory: null } },
      session: { role: 'manager' },
    });
    expect((await site.get('/own')).body).toContain('Nothing is wrong with the records of your services.');
  });

  it('are narrowed by what makes sense', () => {
    expect(readServiceQuestion({ service: 'a b', state: 'LOST', code: ['A'] })).toMatchObject({
      ...{
        where: {},
        parameters: {},
        problems: [expect.any(String), expect.any(String), expect.any(String)],
      },
    });
  });
});
