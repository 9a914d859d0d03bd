import { type Answers, servePages } from '../../../testing/serve-pages';
import { addClosedDaysForm } from './add-closed-days';
import { addClosedDaysPages } from './closed-days';
import { closedRows, closureRows, eachDay, keptWords } from './closed-days-view';
import { addRetractClosedDays } from './retract-closed-days';

const SHOWN = {
  calendars: [
    { id: 'schools', name: 'Schools’ complaints', setBy: null },
    { id: 'adults', name: 'Adults’ complaints', setBy: 'SI 2009/309 regulation 2' },
  ],
  closedDays: [{ from: '2027-12-20', to: '2028-01-03', name: 'Christmas holidays' }],
  bankHolidays: [{ day: '2027-12-27', name: 'Christmas Day', note: 'substitute' }],
};
const DECISION = {
  ...{ version: 3, from: '2027-12-20', to: '2028-01-03', name: 'Christmas holidays', isClosed: true },
  ...{ reason: 'Term dates', decidedBy: 'ada', decidedAt: '2027-02-28T12:00:00.000Z', limitsMoved: 12 },
};
const pageInfo = { hasNextPage: false, endCursor: null };
const ANSWERS: Answers = {
  ClosedDays: SHOWN,
  ClosureDecisions: { decisions: { totalCount: 1, edges: [{ node: DECISION }], pageInfo } },
};
const DAYS = {
  ...{ calendar: 'schools', 'from-day': '22', 'from-month': '7', 'from-year': '2027', name: 'Summer' },
  ...{ 'to-day': '', 'to-month': '', 'to-year': '', reason: 'Term dates' },
};
const PATH = '/administration/closed-days';
const done = { outcome: { __typename: 'ClosureChange', version: 3 } };

let served: Awaited<ReturnType<typeof servePages>>;
const serve = async (answers: Answers = {}, role = 'admin') => {
  served = await servePages({
    add: addClosedDaysPages,
    answers: { ...ANSWERS, ...answers },
    session: { role },
  });
  return served;
};
afterEach(() => served?.stop());

describe('the page of closed days', () => {
  it('is made of its forms', () => {
    expect([addClosedDaysForm, addRetractClosedDays].every((each) => typeof each === 'function')).toBe(true);
  });

  it('shows a calendar’s year, what was decided, and how many limits moved', async () => {
    const { get, asked } = await serve();
    const { body } = await get(`${PATH}?year=2027&kept=3`);
    expect(asked[0]?.variables).toMatchObject({ calendar: 'schools', from: '2027-01-01' });
    expect(body).toContain('12 open limits moved.');
    expect(body).toContain('20 Dec 2027 to 3 Jan 2028');
    expect(body).toContain('251 working days in 2027.');
  });

  it('says why a calendar that the law sets is closed on no further day, and has no form for it', async () => {
    const { get } = await serve();
    const { body } = await get(`${PATH}?calendar=adults`);
    expect(body).toContain('SI 2009/309 regulation 2 says which days are worked');
    expect(body).not.toContain('action="/administration');
    expect((await get(`${PATH}?calendar=libraries`)).statusCode).toBe(404);
  });

  it.each([
    ['officer', 200, 403],
    ['analyst', 403, 403],
  ])('is open to %s as far as the graph is', async (role, page, retract) => {
    const { get } = await serve({}, role);
    const answer = await get(PATH);
    expect([answer.statusCode, answer.body.includes('action="/administration')]).toEqual([page, false]);
    const back = await get(`${PATH}/retract?calendar=schools&from=2027-07-22&to=2027-07-23`);
    expect(back.statusCode).toBe(retract);
  });

  it('takes no form of another site', async () => {
    const { post, asked } = await serve();
    for (const page of ['add', 'retract'])
      expect((await post(`${PATH}/${page}`, {}, 'x')).statusCode).toBe(403);
    expect(asked).toEqual([]);
  });
});

describe('closed days', () => {
  it('are added, one or several', async () => {
    const { post, asked } = await serve({ AddClosedDays: done });
    const answer = await post(`${PATH}/add`, DAYS);
    expect(answer.headers.location).toBe(`${PATH}?calendar=schools&year=2027&kept=3`);
    expect(asked.at(-1)?.variables).toEqual({
      ...{ calendar: 'schools', from: '2027-07-22', to: null, name: 'Summer', reason: 'Term dates' },
    });
    await post(`${PATH}/add`, { ...DAYS, 'to-day': '31', 'to-month': '8', 'to-year': '2027' });
    expect(asked.at(-1)?.variables).toMatchObject({ to: '2027-08-31' });
  });

  it('are refused at the field that is meant, with what was typed', async () => {
    const outcome = { __typename: 'RangeTooLong', message: 'They are too many.' };
    const { post } = await serve({ AddClosedDays: { outcome } });
    const { statusCode, body } = await post(`${PATH}/add`, DAYS);
    expect(statusCode).toBe(400);
    expect(body).toContain('<a href="#to">They are too many.</a>');
    expect(body).toContain('value="Summer"');
    const missing = await post(`${PATH}/add`, {
      ...DAYS,
      'from-day': '',
      name: '',
      reason: '',
      'to-day': 'x',
    });
    for (const field of ['from', 'to', 'name', 'reason'])
      expect(missing.body).toContain(`<a href="#${field}">`);
  });

  it('are taken back with a reason, and some of them alone', async () => {
    const { get, post, asked } = await serve({ RetractClosedDays: done });
    const address = `${PATH}/retract?calendar=schools&from=2027-07-22&to=2027-08-31`;
    expect((await get(address)).body).toContain(
      'name="to-month" type="text" inputmode="numeric" autocomplete="off" value="8"',
    );
    const days = { ...DAYS, 'to-day': '23', 'to-month': '7', 'to-year': '2027' };
    const answer = await post(`${PATH}/retract`, days);
    expect(answer.headers.location).toBe(`${PATH}?calendar=schools&year=2027&kept=3`);
    expect(asked.at(-1)?.variables).toMatchObject({ from: '2027-07-22', to: '2027-07-23' });
    expect((await post(`${PATH}/retract`, { ...days, reason: '' })).body).toContain('<a href="#reason">');
    for (const wrong of ['', '?calendar=schools&from=x&to=y'])
      expect((await get(`${PATH}/retract${wrong}`)).statusCode).toBe(404);
  });

  it('stay typed where somebody else took them back meanwhile', async () => {
    const outcome = { __typename: 'NotClosed', message: 'It is closed on none of them.' };
    const { post } = await serve({ RetractClosedDays: { outcome } });
    const { body } = await post(`${PATH}/retract`, {
      ...DAYS,
      'to-day': '23',
      'to-month': '7',
      'to-year': '2027',
    });
    expect(body).toContain('<a href="#from">It is closed on none of them.</a>');
  });

  it('are counted without weekends, bank holidays, and what lies in another year', () => {
    const [row] = closedRows(SHOWN, { calendar: 'schools', year: 2027 });
    expect(row).toMatchObject({ workingDays: 9, days: '20 Dec 2027 to 3 Jan 2028' });
    expect(eachDay(SHOWN).at(-1)?.day).toBe('2028-01-03');
  });

  it('say how many limits moved, once that is known', () => {
    const rowsOf = (limitsMoved: number | null) =>
      closureRows({
        totalCount: 1,
        edges: [{ node: { ...DECISION, limitsMoved } }, { node: null }],
        pageInfo,
      });
    expect(keptWords('3', rowsOf(1))).toBe('One open limit moved.');
    expect(keptWords('3', rowsOf(0))).toBe('0 open limits moved.');
    expect(keptWords('3', rowsOf(null))).toContain('load the page again');
    expect([keptWords('4', rowsOf(1)), keptWords(undefined, [])]).toEqual([
      expect.stringContaining('load the page again'),
      null,
    ]);
  });
});
