import { type Answers, servePages } from '../../testing/serve-pages';
import { addAdministration } from './administration';
import { addHolidayForm } from './calendar/add-holiday';
import { addCalendarPages } from './calendar/calendar';
import { addRetractPage } from './calendar/retract-holiday';
import { addDirectoratePages } from './names/directorate';
import { addServicePages } from './names/service';
import { addServiceNames } from './names/service-names';
import { askMap } from './words/ask-map';
import { wordPage } from './words/word-page';
import { addWordPages } from './words/words';

const pageInfo = { hasNextPage: false, endCursor: null };
const none = { totalCount: 0, edges: [], pageInfo };
const NAMES = {
  services: [
    {
      ...{ id: 'parking', name: 'Parking', formerNames: ['Car parks'], directorate: 'Place', endedOn: null },
      ...{ directorateId: 'place', version: 2 },
    },
  ],
  directorates: [{ id: 'place', name: 'Place', version: 4 }],
};
const CHOICES = {
  services: [{ id: 'parking', name: 'Parking', endedOn: null }],
  channels: [{ id: 'web-form', name: 'Web form' }],
  sources: [{ name: 'corporate-crm', title: 'Corporate complaints', closureCodes: [] }],
};
const ANSWERS: Answers = {
  ReferenceNames: NAMES,
  NameDecisions: { nameDecisions: none },
  WordChoices: CHOICES,
  MappedWords: { words: none },
  OpenWords: { faults: none },
  BankHolidays: { bankHolidays: [{ day: '2027-05-03', name: 'Early May bank holiday', note: null }] },
  BankHolidayDecisions: { decisions: none },
  WhoMayDoWhat: { roles: [], caller: null },
};
const WORD = {
  ...{ kind: 'closure-code', source: 'corporate-crm', word: 'UPH-X', meaning: 'UPHELD', reason: 'Asked' },
  ...{ 'from-day': '1', 'from-month': '4', 'from-year': '2021' },
};
const SERVICE = {
  id: 'parking',
  basedOnVersion: '1',
  name: 'Permits',
  directorateId: 'place',
  reason: 'Why',
};
const HOLIDAY = {
  'on-day': '14',
  'on-month': '6',
  'on-year': '2027',
  name: 'Jubilee',
  note: '',
  reason: 'Law',
};

let served: Awaited<ReturnType<typeof servePages>>;
const serve = async (answers: Answers = {}, role = 'admin') => {
  served = await servePages({
    add: addAdministration,
    answers: { ...ANSWERS, ...answers },
    session: { role },
  });
  return served;
};
afterEach(() => served?.stop());

const PAGES = ['', '/services', '/calendar', '/roles'].map((page) => `/administration${page}`);
const DECIDED = [
  '/words',
  '/services/new',
  '/services/parking',
  '/directorates/new',
  '/directorates/place',
].map((page) => `/administration${page}`);

describe('the pages of the administration', () => {
  it('are there one by one', async () => {
    const forms = [addCalendarPages, addDirectoratePages, addServicePages, addServiceNames, addWordPages];
    for (const add of [...forms, addRetractPage]) {
      served = await servePages({ add, answers: {} });
      await served.stop();
    }
    expect([addHolidayForm, askMap, wordPage].every((each) => typeof each === 'function')).toBe(true);
  });

  it.each([
    ['admin', [...PAGES, ...DECIDED], []],
    ['officer', PAGES, DECIDED],
    ['analyst', [], [...PAGES, ...DECIDED]],
  ])('are open to %s as far as the graph is', async (role, open, closed) => {
    const { get } = await serve({}, role);
    for (const page of open) expect([page, (await get(page)).statusCode]).toEqual([page, 200]);
    for (const page of closed) expect([page, (await get(page)).statusCode]).toEqual([page, 403]);
  });

  it('show officers no form that they could not send', async () => {
    const { get } = await serve({}, 'officer');
    for (const page of PAGES) expect((await get(page)).body).not.toContain('action="/administration');
  });

  it('take no form of another site', async () => {
    const { post, asked } = await serve();
    for (const page of ['words', 'services', 'directorates', 'calendar/add', 'calendar/retract'])
      expect((await post(`/administration/${page}`, {}, 'x')).statusCode).toBe(403);
    expect(asked).toEqual([]);
  });
});

describe('a word', () => {
  it('comes into the form by the address that leads to it', async () => {
    const { get } = await serve();
    const { body } = await get('/administration/words?source=corporate-crm&word=UPH-X');
    expect(body).toContain('<option value="corporate-crm" selected>');
    expect(body).toContain('value="UPH-X"');
  });

  it('is given a meaning, each kind by its own command', async () => {
    const done = { outcome: { __typename: 'WordMapped' } };
    const { post, asked } = await serve({ MapClosureCode: done, MapService: done, MapChannel: done });
    const answer = await post('/administration/words', WORD);
    expect(answer.headers.location).toBe('/administration/words?kind=closure-code&kept=UPH-X');
    expect(asked.at(-1)).toMatchObject({
      operation: 'MapClosureCode',
      variables: { written: 'UPH-X', outcome: 'UPHELD', closureReason: 'ANSWERED', reason: 'Asked' },
    });
    await post('/administration/words', { ...WORD, kind: 'service', meaning: 'parking' });
    expect(asked.at(-1)?.variables).toMatchObject({ serviceId: 'parking' });
    await post('/administration/words', { ...WORD, kind: 'channel', meaning: 'web-form' });
    expect(asked.at(-1)?.variables).toMatchObject({ channelId: 'web-form' });
  });

  it('keeps what was typed where it is refused, and says what it means already', async () => {
    const outcome = { __typename: 'WordAlreadyMeans', message: 'It means it.', meaning: 'WITHDRAWN' };
    const { post } = await serve({ MapClosureCode: { outcome } });
    const { statusCode, body } = await post('/administration/words', WORD);
    expect(statusCode).toBe(400);
    expect(body).toContain('“UPH-X” means “Withdrawn” already.');
    expect(body).toContain('<option value="UPHELD" selected>');
    const empty = await post('/administration/words', { ...WORD, word: '', meaning: '' });
    expect(empty.body).toContain('<a href="#word">Write the word as the system wrote it.</a>');
  });
});

describe('a name', () => {
  it('is given to a service, a new one under an id made of it', async () => {
    const { post, asked } = await serve({ SaveService: { outcome: { __typename: 'Service' } } });
    const answer = await post('/administration/services', SERVICE);
    expect(answer.headers.location).toBe('/administration/services?kept');
    await post('/administration/services', { ...SERVICE, id: '', basedOnVersion: '0', name: 'Car & Bike' });
    expect(asked.at(-1)?.variables).toMatchObject({ id: 'car-bike', basedOnVersion: 0 });
  });

  it('has a last day where its service ended, and says what is wrong with one that is no day', async () => {
    const { post, asked } = await serve({ SaveService: { outcome: { __typename: 'Service' } } });
    const ended = (day: string) => ({ 'ended-day': day, 'ended-month': '3', 'ended-year': '2026' });
    await post('/administration/services', { ...SERVICE, ...ended('31') });
    expect(asked.at(-1)?.variables).toMatchObject({ endedOn: '2026-03-31' });
    await post('/administration/services', SERVICE);
    expect(asked.at(-1)?.variables).toMatchObject({ endedOn: null });
    const { statusCode, body } = await post('/administration/services', { ...SERVICE, ...ended('32') });
    expect(statusCode).toBe(400);
    expect(body).toContain('<a href="#ended">Give the last day as a day, a month and a year');
    expect(body).toContain('value="32"');
  });

  it('loses nothing where somebody else gave another meanwhile', async () => {
    const service = { name: 'Parking', directorate: 'Place', version: 2 };
    const outcome = { __typename: 'ServiceChanged', message: 'Changed.', service };
    const { post } = await serve({ SaveService: { outcome } });
    const { statusCode, body } = await post('/administration/services', SERVICE);
    expect(statusCode).toBe(400);
    expect(body).toContain('by now it is “Parking” in Place');
    expect(body).toContain('value="Permits"');
    expect(body).toContain('name="basedOnVersion" value="2"');
  });

  it('is given to a directorate, and refused at its field', async () => {
    const { post } = await serve({
      SaveDirectorate: { outcome: { __typename: 'NameTaken', message: 'It is taken.' } },
    });
    const form = { id: 'place', basedOnVersion: '4', name: 'People', reason: 'Why' };
    expect((await post('/administration/directorates', form)).body).toContain(
      '<a href="#name">It is taken.</a>',
    );
    const missing = await post('/administration/directorates', { ...form, name: '', reason: '' });
    expect(missing.body).toContain('id="reason-error"');
  });
});

describe('a bank holiday', () => {
  it('is added, and the year that it is in is shown', async () => {
    const { post, asked } = await serve({ AddBankHoliday: { outcome: { __typename: 'BankHolidayChange' } } });
    const answer = await post('/administration/calendar/add', HOLIDAY);
    expect(answer.headers.location).toBe('/administration/calendar?year=2027&kept');
    expect(asked.at(-1)?.variables).toEqual({
      day: '2027-06-14',
      name: 'Jubilee',
      note: null,
      reason: 'Law',
    });
  });

  it('is refused at its field, with what was typed', async () => {
    const outcome = { __typename: 'NotWorkedAnyway', message: 'It is at a weekend.' };
    const { post } = await serve({ AddBankHoliday: { outcome } });
    const { statusCode, body } = await post('/administration/calendar/add', HOLIDAY);
    expect(statusCode).toBe(400);
    expect(body).toContain('<a href="#on">It is at a weekend.</a>');
    expect(body).toContain('value="Jubilee"');
    const missing = await post('/administration/calendar/add', { ...HOLIDAY, 'on-day': '', name: '' });
    expect(missing.body).toContain('id="name-error"');
  });

  it('is retracted with a reason, and only where it is one', async () => {
    const { get, post } = await serve({
      RetractBankHoliday: { outcome: { __typename: 'BankHolidayChange' } },
    });
    expect((await get('/administration/calendar/retract?day=2027-05-03')).body).toContain(
      'Monday 3 May 2027',
    );
    const answer = await post('/administration/calendar/retract', { day: '2027-05-03', reason: 'Moved' });
    expect(answer.headers.location).toBe('/administration/calendar?year=2027&kept');
    await served.stop();
    await serve({ BankHolidays: { bankHolidays: [] } });
    for (const page of ['retract?day=2027-05-04', 'retract?day=x', 'retract'])
      expect((await served.get(`/administration/calendar/${page}`)).statusCode).toBe(404);
  });
});
