import type { FastifyInstance } from 'fastify';
import { GatewayRefusal } from '../../../gateway/refusal';
import { type Answers, servePages, toldGateway } from '../../../testing/serve-pages';
import { askTeam } from './ask-team';
import { addAwayPages } from './away';
import { readAbsence } from './away-form';
import { AWAY_PATH, TEAM_PATH } from './paths';
import { addTeamPage } from './team';
import { absenceRows } from './team-view';

const AWAY = '3096649c-9a22-4426-98fe-c658419c043c';
const KEY = '3096649c-9a22-4426-98fe-c658419c0001';
const absence = (given: object = {}) => ({
  ...{ id: AWAY, subject: 'olu', from: '2026-11-30', to: '2026-12-11', standsIn: 'cora' },
  ...given,
});
const told = (given: object = {}) => ({
  groups: [{ id: 'desk', name: 'The desk', members: ['olu'], callGroups: ['Complaints'], version: 2 }],
  absences: [absence()],
  work: { assignees: [{ assignedTo: 'olu', assignedGroup: null, open: 3, overdue: 1, dueSoon: 1 }] },
  ...given,
});
const saved = { outcome: { __typename: 'AbsenceSaved', absence: { id: AWAY } } };
const ANSWERS: Answers = {
  ...{ TeamAdults: told(), TeamCorporate: told({ groups: [] }) },
  ...{ DoRecordAdultsAbsence: saved, DoRecordCorporateAbsence: saved },
  ...{ DoEndAdultsAbsence: saved, DoEndCorporateAbsence: saved },
};
const FORM = {
  ...{ key: KEY, instead: '', subject: 'olu', standsIn: 'cora' },
  ...{ 'from-day': '7', 'from-month': '12', 'from-year': '2026' },
  ...{ 'to-day': '9', 'to-month': '12', 'to-year': '2026' },
};
const asking = { accessToken: 'token', requestId: 'one' };
const down = new GatewayRefusal('UNREACHABLE', 'It does not answer');

let served: Awaited<ReturnType<typeof servePages>> | null = null;
const add = (app: FastifyInstance, makers: Parameters<typeof addTeamPage>[1]) => {
  addTeamPage(app, makers);
  addAwayPages(app, makers);
};
const serve = async (answers: Answers = {}, session: object = {}) => {
  served = await servePages({
    ...{ add, answers: { ...ANSWERS, ...answers }, now: '2026-12-01T12:00:00Z' },
    session: { role: 'officer', subject: 'cora', streams: ['adults', 'corporate'], ...session },
  });
  return served;
};
afterEach(() => served?.stop());

describe('the team', () => {
  it('says who is away now, until when and who stands in, who has how much, and the groups', async () => {
    const { statusCode, body } = await (await serve()).get(`${TEAM_PATH}?did=away`);
    expect(statusCode).toBe(200);
    for (const words of [
      ...['It is recorded who is away.', 'Olu Somebody (now)', '30 November 2026 to 11 December 2026'],
      ...['all your streams', 'Olu Somebody</a>, away', 'The desk', 'Complaints'],
      ...[`href="${AWAY_PATH}/${AWAY}"`, 'href="/casework?list=ALL_OPEN&amp;person=olu"'],
      'href="/casework/team/hand-over?from=olu"',
    ])
      expect(body).toContain(words);
    expect(body).toMatch(/data-head="Open">6</);
  });

  it('shows a manager who stands in for whom, and lets them change their own alone', async () => {
    const none = told({ absences: [], work: null, groups: [] });
    const site = await serve(
      { TeamCorporate: none, TeamChildrens: none, TeamSchools: none },
      { role: 'manager', streams: [] },
    );
    const { body } = await site.get(TEAM_PATH);
    expect([body.includes('By an officer'), body.includes('Who has how much')]).toEqual([true, false]);
    expect((await site.get(`${AWAY_PATH}/${AWAY}`)).statusCode).toBe(404);
  });

  it('costs a stream that is down its own part; where all are down there is nothing to show', async () => {
    const some = await (await serve({ TeamCorporate: down })).get(TEAM_PATH);
    expect([some.statusCode, some.body.includes('what they know is missing here')]).toEqual([200, true]);
    await served?.stop();
    const site = await serve({ TeamCorporate: down, TeamAdults: down });
    expect((await site.get(TEAM_PATH)).statusCode).toBe(503);
  });

  it.each(['analyst', 'admin', 'auditor', 'partner'])('is not for %s', async (role) => {
    const site = await serve({}, { role });
    expect((await site.get(TEAM_PATH)).statusCode).toBe(403);
    expect((await site.post(AWAY_PATH, FORM)).statusCode).toBe(403);
  });
});

describe('that somebody is away', () => {
  it('is recorded under one key in each stream that somebody sees', async () => {
    const site = await serve();
    const { statusCode, headers } = await site.post(AWAY_PATH, FORM);
    expect([statusCode, headers.location]).toEqual([303, `${TEAM_PATH}?did=away`]);
    const said = { key: KEY, subject: 'olu', from: '2026-12-07', to: '2026-12-09', standsIn: 'cora' };
    expect(site.asked).toEqual([
      { operation: 'DoRecordCorporateAbsence', variables: said },
      { operation: 'DoRecordAdultsAbsence', variables: said },
    ]);
  });

  it('is said beside the field where it cannot be meant, with what was typed', async () => {
    const site = await serve();
    const { statusCode, body } = await site.post(AWAY_PATH, { ...FORM, subject: '', 'to-month': '13' });
    expect(statusCode).toBe(400);
    for (const words of ['Name who is away.', 'Give the last day as a day', 'value="13"', `value="${KEY}"`])
      expect(body).toContain(words);
    await site.stop();
    const outcome = {
      __typename: 'CommandUnusable',
      message: 'Somebody else has to stand in.',
      part: 'standsIn',
    };
    const refused = await serve({
      DoRecordAdultsAbsence: { outcome },
      DoRecordCorporateAbsence: { outcome },
    });
    const answer = await refused.post(AWAY_PATH, { ...FORM, standsIn: 'olu' });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('id="standsIn-error"');
  });

  it('is sent again under the same key where a stream does not answer', async () => {
    const site = await serve({ DoRecordAdultsAbsence: down });
    const { statusCode, body } = await site.post(AWAY_PATH, FORM);
    expect([statusCode, body.includes(KEY)]).toEqual([503, true]);
    expect(body).toContain('Adult social care: no answer just now.');
  });

  it('is changed by a new one, after which the one before is ended', async () => {
    const site = await serve();
    const form = (await site.get(`${AWAY_PATH}/${AWAY}`)).body;
    expect(form).toContain(`name="instead" value="${AWAY}"`);
    expect(form).toContain('name="to-day" type="text" inputmode="numeric" autocomplete="off" value="11"');
    const { headers } = await site.post(AWAY_PATH, { ...FORM, instead: AWAY });
    expect(headers.location).toBe(`${TEAM_PATH}?did=changed`);
    expect(site.asked.slice(-4).map(({ operation }) => operation)).toEqual([
      ...['DoRecordCorporateAbsence', 'DoRecordAdultsAbsence', 'DoEndCorporateAbsence', 'DoEndAdultsAbsence'],
    ]);
    await site.stop();
    const half = await serve({ DoEndAdultsAbsence: down });
    expect((await half.post(AWAY_PATH, { ...FORM, instead: AWAY })).statusCode).toBe(503);
  });

  it('is ended where it stands', async () => {
    const site = await serve();
    const { headers } = await site.post(`${AWAY_PATH}/${AWAY}/end`);
    expect(headers.location).toBe(`${TEAM_PATH}?did=ended`);
    expect((await site.post(`${AWAY_PATH}/none/end`)).statusCode).toBe(404);
    await site.stop();
    const lost = await serve({ DoEndAdultsAbsence: down });
    expect((await lost.post(`${AWAY_PATH}/${AWAY}/end`)).statusCode).toBe(503);
  });

  it('is said by a manager of themselves, whatever the form says', async () => {
    const more = { DoRecordChildrensAbsence: saved, DoRecordSchoolsAbsence: saved };
    const site = await serve(more, { role: 'manager', subject: 'mia', streams: [] });
    await site.post(AWAY_PATH, FORM);
    expect(site.asked.map(({ variables }) => variables)).toEqual(
      Array.from({ length: 4 }, () => expect.objectContaining({ subject: 'mia' })),
    );
  });

  it('is taken of no other page', async () => {
    expect((await (await serve()).post(AWAY_PATH, FORM, 'other')).statusCode).toBe(403);
  });
});

describe('what the streams tell of a team', () => {
  it('has an absence once, work summed, and most overdue first', async () => {
    const work = (assignedTo: string, overdue: number) => ({
      ...{ assignedTo, assignedGroup: null, open: 5, overdue, dueSoon: 0 },
    });
    const gateway = toldGateway({
      TeamCorporate: told({ work: { assignees: [work('olu', 1), work('cora', 0)] } }),
      TeamAdults: told({ work: { assignees: [work('cora', 3)] } }),
      TeamSchools: down,
    });
    const team = await askTeam(gateway, ['corporate', 'adults', 'schools'], asking);
    expect(team.absences).toMatchObject([{ id: AWAY, streams: ['corporate', 'adults'] }]);
    expect(team.work.map(({ assignedTo, open, overdue }) => [assignedTo, open, overdue])).toEqual([
      ['cora', 10, 3],
      ['olu', 5, 1],
    ]);
    expect(team.lost).toEqual(['schools']);
  });

  it('names streams, unless they are all that somebody sees', async () => {
    const gateway = toldGateway({ TeamAdults: told() });
    const team = await askTeam(gateway, ['adults'], asking);
    const seen = { nameOf: (subject: string) => subject, today: '2026-11-29', mayEnd: () => true };
    const words = (streams: Parameters<typeof absenceRows>[1]['streams']) =>
      absenceRows(team, { ...seen, streams }).map((row) => [row.streams, row.isNow]);
    expect(words(['adults'])).toEqual([['Adult social care', false]]);
    expect(words(['adults', 'schools'])).toEqual([['Adult social care', false]]);
  });
});

describe('the form of an absence', () => {
  it.each([
    [{ subject: ' ' }, ['subject']],
    [{ 'from-day': '', 'from-month': '', 'from-year': '' }, ['from']],
    [{ 'to-day': '31', 'to-month': '2' }, ['to']],
  ])('asks for what is missing: %j', (changed, fields) => {
    const { problems, said } = readAbsence({ ...FORM, ...changed });
    expect([problems.map(({ field }) => field), said]).toEqual([fields, null]);
  });

  it('may name nobody who stands in', () => {
    expect(readAbsence({ ...FORM, standsIn: '' }).said?.standsIn).toBeNull();
  });
});
