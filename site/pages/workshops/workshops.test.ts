import { GatewayRefusal } from '../../gateway/refusal';
import { type Answers, servePages } from '../../testing/serve-pages';
import { addAttendancePage } from './attendance';
import { addCallOffPage } from './call-off';
import { addWorkshopList } from './list';
import { addPlanPages } from './plan';
import { addTrainings } from './trainings';
import { addWorkshopPage } from './workshop-page';
import { addWorkshopPages } from './workshops';

const ID = '6d6e1f3c-58a4-4a0b-9f5e-1d2a3b4c5d6e';
const PATH = `/workshops/${ID}`;
const workshop = {
  ...{ id: ID, title: 'Stage <b>1</b>', startsAt: '2026-12-10T09:30:00.000Z', minutes: 90, place: 'Room 2' },
  ...{ heldBy: 'Head of complaints', seats: 2, taken: 2, waiting: 1, hasBegun: false },
  ...{ cancelledBecause: null, myBooking: null, about: 'Bring a case.\n\n<script>x</script>', version: 3 },
};
const booking = (place: number, attended: boolean | null) => ({
  ...{ place, name: `Person ${place}`, bookedAt: '2026-11-29T12:00:00Z', waitingBehind: null, attended },
});
const pageInfo = { hasNextPage: false, endCursor: null };
const WAITING = { name: 'Ana', waitingBehind: 0, attended: null };
const PLAN = {
  ...{ id: ID, basedOnVersion: '2', title: 'Mine', about: 'Words', 'on-day': '10', 'on-month': '12' },
  ...{ 'on-year': '2026', time: '9:30am', minutes: '90', place: 'Room 2', heldBy: 'Me', seats: '12' },
};

let served: Awaited<ReturnType<typeof servePages>>;
const serve = async (answers: Answers, role = 'officer') => {
  served = await servePages({ add: addWorkshopPages, answers, session: { role } });
  return served;
};
afterEach(() => served?.stop());

describe('the pages of workshops', () => {
  it('are there one by one', async () => {
    for (const add of [addAttendancePage, addCallOffPage, addWorkshopList, addPlanPages, addTrainings]) {
      served = await servePages({ add, answers: {} });
      await served.stop();
    }
    served = await servePages({ add: addWorkshopPage, answers: { Workshop: { workshop: null } } });
    expect((await served.get(PATH)).statusCode).toBe(404);
  });

  it('list one’s own first, then the others, then what is over, the last first', async () => {
    const list = ({ where }: { where: { upcoming: boolean } }) => {
      const all = where.upcoming
        ? [
            { ...workshop, title: 'First' },
            { ...workshop, title: 'Mine', myBooking: WAITING },
          ]
        : [
            { ...workshop, hasBegun: true, title: 'Older' },
            { ...workshop, hasBegun: true, title: 'Newer' },
          ];
      return { workshops: { edges: all.map((node) => ({ node })), pageInfo } };
    };
    const { get } = await serve({ WorkshopList: list }, 'analyst');
    const { body } = await get('/workshops');
    const places = ['Booked by me', 'Mine', 'Others to come', 'First', 'Over', 'Newer', 'Older'];
    const found = places.map((text) => body.indexOf(`>${text}<`));
    expect(found).toEqual([...found].sort((one, other) => one - other));
    expect(found).not.toContain(-1);
    expect(body).toContain('You are number 1 on the waiting list.');
    expect(body).toContain('All 2 seats are taken, 1 on the waiting list');
    expect(body).not.toContain('Plan a workshop');
  });

  it('show one with nothing that would run, and the way on the waiting list with one’s name', async () => {
    const { get } = await serve({ Workshop: { workshop } }, 'analyst');
    const { body } = await get(PATH);
    expect(body).toContain('Stage &lt;b&gt;1&lt;/b&gt;');
    expect(body).toContain('&lt;script&gt;x');
    expect(body).toContain('Go on the waiting list');
    expect(body).toContain('value="Ana Whitfield"');
    expect((await get(`${PATH}/workshop.ics`)).statusCode).toBe(404);
  });

  it('give one’s own for a calendar', async () => {
    const { get } = await serve({ Workshop: { workshop: { ...workshop, myBooking: WAITING } } });
    const answer = await get(`${PATH}/workshop.ics`);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.body).toContain('DTSTART:20261210T093000Z');
  });

  it('say why one was called off, and take no booking of it', async () => {
    const called = { ...workshop, cancelledBecause: 'Illness' };
    const { get } = await serve({ Workshop: { workshop: called } });
    const { body } = await get(PATH);
    expect(body).toContain('Illness');
    expect(body).not.toContain('/book"');
    expect(body).not.toContain('/change"');
  });

  it('book a place and give it up, each with a page to go on to', async () => {
    const { post, asked } = await serve({
      BookWorkshop: { outcome: { __typename: 'Workshop' } },
      GiveUpPlace: { outcome: { __typename: 'Workshop' } },
    });
    for (const action of ['book', 'give-up']) {
      const answer = await post(`${PATH}/${action}`, { name: ' Ana ' });
      expect([answer.statusCode, answer.headers.location]).toEqual([303, PATH]);
    }
    expect(asked[0]?.variables).toEqual({ id: ID, name: 'Ana' });
  });

  it.each([
    [{ outcome: { __typename: 'NameUnusable', message: 'Write your name.' } }, 400, 'Write your name.'],
    [new GatewayRefusal('TIMEOUT', 'slow'), 503, 'does not answer just now'],
  ])('keep the name that was typed where a booking is refused', async (outcome, status, says) => {
    const { post } = await serve({ BookWorkshop: outcome, Workshop: { workshop } });
    const answer = await post(`${PATH}/book`, { name: 'X'.repeat(101) });
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toContain(says);
    expect(answer.body).toContain(`value="${'X'.repeat(101)}"`);
  });

  it('take no form of another site', async () => {
    const { post, asked } = await serve({});
    for (const action of [`${PATH}/book`, `${PATH}/give-up`, `${PATH}/call-off`, `${PATH}/bookings`])
      expect((await post(action, {}, 'x')).statusCode).toBe(403);
    expect((await post('/workshops/plan', {}, 'x')).statusCode).toBe(403);
    expect(asked).toEqual([]);
  });
});

describe('planning a workshop', () => {
  it('is offered to those who keep the guidance, under an id of its own', async () => {
    const { get } = await serve({ Workshop: { workshop } });
    const { body } = await get('/workshops/new');
    expect(body).toMatch(/name="id" value="[0-9a-f-]{36}"/);
    expect((await get(`${PATH}/change`)).body).toContain('name="on-year"');
    await served.stop();
    await serve({ Workshop: { workshop } }, 'analyst');
    for (const page of ['/workshops/new', `${PATH}/change`, `${PATH}/call-off`])
      expect((await served.get(page)).statusCode).toBe(404);
  });

  it('says what is wrong beside the field and at the top, and keeps the rest', async () => {
    const { post, asked } = await serve({});
    const { statusCode, body } = await post('/workshops/plan', { ...PLAN, seats: 'many' });
    expect(statusCode).toBe(400);
    expect(body).toContain('<a href="#seats">Write how many can come, from 1 to 500.</a>');
    expect(body).toContain('id="seats-error"');
    expect(body).toContain('value="many"');
    expect(body).toContain('value="9:30am"');
    expect(asked).toEqual([]);
  });

  it('goes on to the workshop, at the moment that a clock in London shows', async () => {
    const { post, asked } = await serve({ SaveWorkshop: { outcome: { __typename: 'Workshop' } } });
    const answer = await post('/workshops/plan', PLAN);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, PATH]);
    expect(asked[0]?.variables).toMatchObject({
      ...{ id: ID, basedOnVersion: 2, plan: { startsAt: '2026-12-10T09:30:00.000Z', seats: 12 } },
    });
  });

  it('loses nothing where somebody else changed it meanwhile', async () => {
    const outcome = { __typename: 'WorkshopChanged', message: 'Somebody else changed it.', workshop };
    const { post } = await serve({ SaveWorkshop: { outcome } });
    const { statusCode, body } = await post('/workshops/plan', PLAN);
    expect(statusCode).toBe(400);
    expect(body).toContain('value="Mine"');
    expect(body).toContain('By now: Stage &lt;b&gt;1&lt;/b&gt;');
    expect(body).toContain('name="basedOnVersion" value="3"');
  });

  it('is refused at the field that the graph names', async () => {
    const outcome = { __typename: 'WorkshopUnusable', message: 'Shorten it.', part: 'startsAt' };
    const { post } = await serve({ SaveWorkshop: { outcome } });
    expect((await post('/workshops/plan', PLAN)).body).toContain('<a href="#on">Shorten it.</a>');
  });

  it('is called off with a reason', async () => {
    const answers = { Workshop: { workshop }, CancelWorkshop: { outcome: { __typename: 'Workshop' } } };
    const { post, get } = await serve(answers);
    expect((await get(`${PATH}/call-off`)).body).toContain('It cannot be taken back');
    expect((await post(`${PATH}/call-off`, { reason: 'Illness' })).headers.location).toBe(PATH);
    await served.stop();
    const outcome = { __typename: 'ReasonUnusable', message: 'Say why.' };
    await serve({ ...answers, CancelWorkshop: { outcome } });
    const refused = await served.post(`${PATH}/call-off`, { reason: '' });
    expect(refused.body).toContain('<a href="#reason">Say why.</a>');
  });
});

describe('who came', () => {
  const bookings = [booking(1, true), booking(2, null)];
  const booked = { workshop: { ...workshop, hasBegun: true, bookings } };

  it('is listed before it began, and recorded after', async () => {
    const { get } = await serve({ WorkshopBookings: { workshop: { ...booked.workshop, hasBegun: false } } });
    expect((await get(`${PATH}/bookings`)).body).not.toContain('type="checkbox"');
    await served.stop();
    await serve({ WorkshopBookings: booked, RecordAttendance: { outcome: { __typename: 'Workshop' } } });
    expect((await served.get(`${PATH}/bookings`)).body).toContain('aria-label="Person 1 came" checked');
    const answer = await served.post(`${PATH}/bookings`, { was: ['1:yes', '2:'], came: ['2'] });
    expect(answer.headers.location).toBe(`${PATH}/bookings?recorded`);
    expect(served.asked.at(-1)?.variables).toEqual({ id: ID, attended: [2], missed: [1] });
  });

  it('is shown again where somebody else recorded it meanwhile, with one’s own ticks', async () => {
    const { post, asked } = await serve({ WorkshopBookings: booked });
    const { statusCode, body } = await post(`${PATH}/bookings`, { was: ['1:', '2:'], came: '2' });
    expect(statusCode).toBe(409);
    expect(body).toContain('that Person 1 came');
    expect(body).toContain('aria-label="Person 2 came" checked');
    expect(asked.map(({ operation }) => operation)).not.toContain('RecordAttendance');
  });

  it('is told for years, as a page and as a file', async () => {
    const node = {
      name: '=Person 1',
      workshop: { id: ID, title: 'Stage 1', startsAt: workshop.startsAt, heldBy: 'Me' },
    };
    const { get } = await serve({ Trainings: { trainings: { totalCount: 1, edges: [{ node }], pageInfo } } });
    const { body } = await get('/workshops/trainings');
    expect(body).toContain('Who was trained');
    expect(body).toContain('10 Dec 2026');
    const file = await get('/workshops/trainings.csv');
    expect(file.body).toContain("'=Person 1,Stage 1,2026-12-10,Me\r\n");
  });
});
