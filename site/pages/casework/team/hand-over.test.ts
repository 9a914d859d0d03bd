import { GatewayRefusal } from '../../../gateway/refusal';
import { type Answers, servePages } from '../../../testing/serve-pages';
import { addHandOverPages } from './hand-over';
import { readHandOver } from './hand-over-form';
import { isAnyLost, problemsIn } from './in-streams';
import { HAND_OVER_PATH } from './paths';

const KEY = '3096649c-9a22-4426-98fe-c658419c043c';
const shown = (id: string) => ({ __typename: 'AdultsComplaint', id, reference: id.toUpperCase() });
const done = (ids: readonly string[], given: object = {}) => ({
  outcome: {
    ...{ __typename: 'ManyDone', left: 0, absence: null, refused: [], ...given },
    done: ids.map((id) => ({ id, complaint: shown(id) })),
  },
});
const unusable = (message: string, part: string) => ({
  outcome: { __typename: 'CommandUnusable', message, part },
});
const stays = {
  id: 'adults-2',
  message: 'A conflict of interest is in the way.',
  complaint: shown('adults-2'),
};
const ANSWERS: Answers = {
  GroupsOfAdults: { groups: [{ id: 'desk', name: 'The desk', members: ['mia'] }] },
  GroupsOfCorporate: { groups: [] },
  DoHandOverAdultsWork: done(['adults-1'], { refused: [stays] }),
  DoHandOverCorporateWork: done([]),
};
const FORM = {
  ...{ from: 'olu', to: 'mia', group: '', why: 'away', reason: 'On leave.', standsIn: 'mia' },
  ...{ 'awayFrom-day': '7', 'awayFrom-month': '12', 'awayFrom-year': '2026' },
  ...{ 'awayTo-day': '18', 'awayTo-month': '12', 'awayTo-year': '2026' },
};
const down = new GatewayRefusal('UNREACHABLE', 'It does not answer');

let served: Awaited<ReturnType<typeof servePages>> | null = null;
const serve = async (answers: Answers = {}, role = 'officer') => {
  served = await servePages({
    ...{ add: addHandOverPages, answers: { ...ANSWERS, ...answers } },
    session: { role, subject: 'cora', streams: ['adults', 'corporate'] },
  });
  return served;
};
afterEach(() => served?.stop());

describe('handing over somebody’s work', () => {
  it('says first what would go and what would stay and why, over all streams, and does nothing', async () => {
    const site = await serve();
    expect((await site.get(`${HAND_OVER_PATH}?from=olu`)).body).toContain(
      'name="from" type="text" value="olu"',
    );
    const { statusCode, body } = await site.post(HAND_OVER_PATH, FORM);
    expect(statusCode).toBe(200);
    for (const words of [
      ...['1 complaint of Olu Somebody would go to mia', 'Nothing has been done yet', '>ADULTS-1<'],
      ...['Would stay with Olu Somebody', 'A conflict of interest is in the way.', 'Hand over 1 complaint'],
    ])
      expect(body).toContain(words);
    const away = { from: '2026-12-07', to: '2026-12-18', standsIn: 'mia' };
    expect(site.asked.slice(-2).map(({ variables }) => variables)).toEqual(
      [1, 2].map(() =>
        expect.objectContaining({
          from: 'olu',
          to: 'mia',
          group: null,
          reason: 'On leave.',
          away,
          rehearse: true,
        }),
      ),
    );
  });

  it('is done then under the key of the preview, and told of each', async () => {
    const site = await serve();
    const { body: preview } = await site.post(HAND_OVER_PATH, FORM);
    const key = /name="key" value="([^"]+)"/.exec(preview)?.[1] ?? '';
    const { statusCode, body } = await site.post(`${HAND_OVER_PATH}/do`, { ...FORM, key });
    expect([statusCode, site.asked.at(-1)?.variables]).toEqual([
      ...[200, expect.objectContaining({ key, rehearse: false })],
    ]);
    for (const words of ['1 complaint handed over', 'is away', 'Still with Olu Somebody'])
      expect(body).toContain(words);
  });

  it('goes on with what is left by a command of its own', async () => {
    const site = await serve({ DoHandOverAdultsWork: done(['adults-1'], { left: 12 }) });
    const { body } = await site.post(`${HAND_OVER_PATH}/do`, { ...FORM, key: KEY });
    expect(body).toContain('12 complaints of Olu Somebody are still to be handed over');
    expect(body).not.toContain(KEY);
  });

  it('is sent again under the same key where a stream does not answer', async () => {
    const site = await serve({ DoHandOverCorporateWork: down });
    const { statusCode, body } = await site.post(`${HAND_OVER_PATH}/do`, { ...FORM, key: KEY });
    expect([statusCode, body.includes(KEY)]).toEqual([200, true]);
    await site.stop();
    const lost = await serve({ DoHandOverCorporateWork: down, DoHandOverAdultsWork: down });
    const { body: none } = await lost.post(`${HAND_OVER_PATH}/do`, { ...FORM, key: KEY });
    expect(none).toContain('no answer just now');
    expect(none).toContain('On leave.');
  });

  it('says what a stream cannot do that the others can', async () => {
    const site = await serve({ DoHandOverCorporateWork: unusable('There is no such group.', 'group') });
    const { body } = await site.post(HAND_OVER_PATH, { ...FORM, to: '', group: 'desk' });
    expect(body).toContain('Corporate: There is no such group.');
    expect(body).toContain('would go to The desk');
  });

  it('says a refusal of all beside its field', async () => {
    const refused = unusable('The last day comes with the first or after it.', 'away.to');
    const site = await serve({ DoHandOverCorporateWork: refused, DoHandOverAdultsWork: refused });
    for (const path of [HAND_OVER_PATH, `${HAND_OVER_PATH}/do`]) {
      const { statusCode, body } = await site.post(path, FORM);
      expect([statusCode, body.includes('id="awayTo-error"')]).toEqual([400, true]);
    }
  });

  it.each(['manager', 'analyst', 'admin'])('is not for %s', async (role) => {
    const site = await serve({}, role);
    expect((await site.get(HAND_OVER_PATH)).statusCode).toBe(403);
    expect((await site.post(`${HAND_OVER_PATH}/do`, FORM)).statusCode).toBe(403);
    expect(site.asked).toEqual([]);
  });

  it('is taken of no other page', async () => {
    expect((await (await serve()).post(`${HAND_OVER_PATH}/do`, FORM, 'other')).statusCode).toBe(403);
  });
});

describe('the form of a hand-over', () => {
  it.each([
    [{ from: '' }, 'from'],
    [{ to: '' }, 'to'],
    [{ group: 'desk' }, 'group'],
    [{ why: 'because' }, 'why'],
    [{ reason: ' ' }, 'reason'],
    [{ 'awayTo-month': '13' }, 'awayTo'],
  ])('asks for what is missing: %j', (changed, field) => {
    const { problems, said } = readHandOver({ ...FORM, ...changed });
    expect([problems.map((problem) => problem.field), said]).toEqual([[field], null]);
  });

  it('has no absence where they leave', () => {
    expect(readHandOver({ ...FORM, why: 'leaves', 'awayTo-month': '' }).said?.away).toBeNull();
  });
});

describe('a command in several streams', () => {
  it('says each refusal once, and who does not answer', () => {
    const refused = { __typename: 'CommandUnusable', message: 'No.', part: 'subject' };
    const all = [
      { stream: 'adults', came: refused },
      { stream: 'corporate', came: refused },
      { stream: 'schools', came: null },
    ] as const;
    expect(problemsIn(all, { subject: 'who' })).toEqual([
      { field: 'who', says: 'No.' },
      { field: null, says: expect.stringContaining('Schools: no answer just now.') },
    ]);
    expect([isAnyLost(all), isAnyLost(all.slice(0, 2))]).toEqual([true, false]);
  });
});
