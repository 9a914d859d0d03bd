import { GatewayRefusal } from '../../../gateway/refusal';
import { type Answers, servePages } from '../../../testing/serve-pages';
import { askWorklists } from './ask-worklists';
import { firstListOf, LISTS, listNames } from './lists';
import { nextWords } from './next-words';
import { placesOf, placesToCursor } from './places';

import { readWorklistQuestion } from './worklist-question';
import { tabsOf } from './worklist-view';
import { addWorklists } from './worklists';

const work = (reference: string, nextDueOn: string | null, changed: object = {}) => ({
  ...{
    cursor: `after-${reference}`,
    urgency: nextDueOn === null ? 'NO_DAY' : 'OVERDUE',
    workingDaysLeft: -3,
  },
  node: {
    ...{
      version: 3,
      stage: 1,
      stateTitle: 'Being answered',
      waitsFor: 'SERVICE',
      assignedTo: 'olu',
      assignedGroup: null,
    },
    ...{ isAccepted: false, nextLimit: 'ANSWER', nextDueOn, absence: null, ...changed },
    complaint: {
      ...{ __typename: 'AdultsComplaint', id: `adults-${reference}`, reference, stream: 'ADULTS' },
      ...{ service: 'Home care', receivedOn: '2026-11-02' },
    },
  },
});
const stream = (edges: readonly object[], { count = edges.length, hasNextPage = false } = {}) => ({
  counts: { asAt: '2026-12-01', soonUntil: '2026-12-08', lists: [{ list: 'MINE', count }] },
  page: { edges, pageInfo: { hasNextPage } },
  groups: [{ id: 'g', name: 'Home care team', members: ['cora'] }],
});
const ANSWERS: Answers = {
  FilterNames: { services: [{ id: 'home-care', name: 'Home care', directorate: null }], channels: [] },
  FilterThemes: { themes: { rows: [] } },
  WorklistAdults: stream([work('A-2', '2026-11-20'), work('A-9', null)]),
  WorklistCorporate: stream([work('C-1', '2026-11-10', { assignedTo: null, assignedGroup: 'g' })]),
};

let served: Awaited<ReturnType<typeof servePages>> | null = null;
const serve = async (answers: Answers = {}, session: object = {}) => {
  served = await servePages({
    ...{ add: addWorklists, answers: { ...ANSWERS, ...answers } },
    session: { role: 'officer', streams: ['adults', 'corporate'], ...session },
  });
  return served;
};
afterEach(() => served?.stop());
/** What the lists themselves were asked. */
const listsOf = ({ asked }: { asked: readonly { operation: string; variables: unknown }[] }) =>
  asked.filter(({ operation }) => operation.startsWith('Worklist'));
const down = new GatewayRefusal('UNREACHABLE', 'It does not answer');

describe('the worklists', () => {
  it.each([
    ['officer', 200],
    ['analyst', 403],
    ['admin', 403],
    ['partner', 403],
    ['auditor', 403],
  ])('are for those who work on complaints: %s', async (role, status) => {
    expect((await (await serve({}, { role })).get('/casework')).statusCode).toBe(status);
  });

  it('show a person their own work over all streams, the most urgent first, with counts over all', async () => {
    const { body } = await (await serve()).get('/casework');
    const at = ['C-1', 'A-2', 'A-9'].map((reference) => body.indexOf(`>${reference}<`));
    expect(at).toEqual([...at].sort((one, other) => one - other));
    expect(at).not.toContain(-1);
    expect(body).toMatch(/states__count">3<\/span> Mine/);
    for (const words of [
      '3 working days over',
      'Answer by 10 November 2026',
      'Home care team',
      'not taken yet',
    ])
      expect(body).toContain(words);
  });

  it('ask every stream for a manager, and begin with all that is open of their services', async () => {
    const none = stream([]);
    const page = await serve(
      { WorklistChildrens: none, WorklistSchools: none },
      { role: 'manager', streams: [] },
    );
    expect((await page.get('/casework')).statusCode).toBe(200);
    expect(
      listsOf(page)
        .map(({ operation }) => operation)
        .sort(),
    ).toEqual([...['WorklistAdults', 'WorklistChildrens', 'WorklistCorporate', 'WorklistSchools']]);
    expect(listsOf(page)[0]?.variables).toMatchObject({ list: 'ALL_OPEN' });
  });

  it('cost a stream that is down its own rows, and say so; all down is no empty list', async () => {
    const { body, statusCode } = await (await serve({ WorklistCorporate: down })).get('/casework');
    expect([statusCode, body.includes('>A-2<'), body.includes('their complaints are missing here')]).toEqual([
      ...[200, true, true],
    ]);
    await served?.stop();
    const lost = await (await serve({ WorklistCorporate: down, WorklistAdults: down })).get('/casework');
    expect([lost.statusCode, lost.body.includes('Nothing is on this list')]).toEqual([503, false]);
  });

  it('narrow by the address, ask no other stream, and help where nothing fits', async () => {
    const page = await serve({ WorklistAdults: stream([]) });
    const { body } = await page.get('/casework?list=OVERDUE&stream=ADULTS&waits=PANEL&stage=2&taken=no');
    expect(listsOf(page)).toEqual([
      {
        operation: 'WorklistAdults',
        variables: {
          ...{ list: 'OVERDUE', first: 50, after: null },
          where: { waitsFor: ['PANEL'], stages: [2], isTaken: false },
        },
      },
    ]);
    expect(body).toContain('Show the whole list');
    const at = '/casework?list=ALL_OPEN&person=mia&group=g&service=home-care';
    const { body: by } = await page.get(at);
    expect(listsOf(page).at(-1)?.variables).toMatchObject({
      where: { assignedTo: ['mia'], groups: ['g'], services: ['home-care'] },
    });
    for (const chosen of ['value="mia" selected', 'value="g" selected', 'value="home-care" selected'])
      expect(by).toContain(chosen);
    expect((await page.get('/casework?person=a%20b')).body).toContain('cannot be narrowed by that “person”');
  });

  it('offer an officer boxes to tick, and tick all of a page by its address; a manager is told who may', async () => {
    const boxes = (body: string) =>
      body.match(/type="checkbox" name="complaint" value="adults-A-2@3"[^>]*>/)?.[0];
    const site = await serve();
    expect(boxes((await site.get('/casework')).body)).not.toContain('checked');
    expect(boxes((await site.get('/casework?ticked=all')).body)).toContain('checked');
    await site.stop();
    const none = stream([]);
    const page = await serve({ WorklistChildrens: none, WorklistSchools: none }, { role: 'manager' });
    const { body } = await page.get('/casework');
    expect([boxes(body), body.includes('by officers of the central team')]).toEqual([undefined, true]);
  });

  it('go on in each stream from what was shown of it, and keep the list', async () => {
    const many = Array.from({ length: 50 }, (_, number) => work(`A-${100 + number}`, '2026-11-01'));
    const page = await serve({ WorklistAdults: stream(many, { count: 60, hasNextPage: true }) });
    const { body } = await page.get('/casework?list=ALL_OPEN');
    const next = /rel="next" href="(?<href>[^"]+)"/.exec(body)?.groups?.href?.replaceAll('&amp;', '&') ?? '';
    expect(next).toContain('list=ALL_OPEN');
    await page.get(next);
    const after = listsOf(page)
      .slice(2)
      .map(({ operation, variables }) => [operation, variables]);
    expect(after).toEqual([
      ['WorklistCorporate', expect.objectContaining({ after: null })],
      ['WorklistAdults', expect.objectContaining({ after: 'after-A-149' })],
    ]);
  });
});

describe('what an address says of a worklist', () => {
  it('leaves out what makes no sense, and offers what does', () => {
    const { list, where, problems } = readWorklistQuestion({ list: 'toString', waits: ['TEAM'] }, 'officer');
    expect([list, where]).toEqual(['MINE', {}]);
    expect(problems).toEqual([expect.stringContaining('MINE'), expect.stringContaining('TEAM')]);
  });

  it('holds the places of several streams, and none that cannot be meant', () => {
    const places = { adults: 'one', schools: 'two' };
    expect(placesOf(placesToCursor(places))).toEqual(places);
    expect(placesOf(null)).toEqual({});
    for (const cursor of [
      'x',
      placesToCursor({ adults: 'a' }).slice(3),
      Buffer.from('[]').toString('base64url'),
    ])
      expect(placesOf(cursor)).toBeNull();
  });
});

describe('what is due next', () => {
  it('names the limit that is next, with its day', () => {
    expect(nextWords('ANSWER', '2026-05-04')).toBe('Answer by 4 May 2026');
    expect(nextWords('AGREE_PLAN', null)).toBe('Agree plan');
    expect(nextWords(null, null)).toBe('Nothing has a day');
  });
});

describe('the lists beside each other', () => {
  it('are every list once, with the one that a role begins with among them', () => {
    expect(listNames()).toEqual(Object.keys(LISTS));
    expect(['officer', 'manager'].map(firstListOf)).toEqual(['MINE', 'ALL_OPEN']);
  });

  it('have no count where no stream was asked, and not 0', async () => {
    const question = readWorklistQuestion({ list: 'OVERDUE' }, 'officer');
    const gateway = { ask: () => Promise.reject(new Error('Nobody is asked')) };
    const asking = { accessToken: 'token', requestId: 'one' };
    const shown = await askWorklists(gateway, question, { streams: [], places: {} }, asking);
    expect(tabsOf(question, shown).map(({ isNow, count }) => [isNow, count])).toEqual(
      listNames().map((name) => [name === 'OVERDUE', '–']),
    );
  });
});
