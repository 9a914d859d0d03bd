import fc from 'fast-check';
import { GatewayRefusal } from '../../../gateway/refusal';
import { type Answers, servePages } from '../../../testing/serve-pages';
import { readGroup } from './group-form';
import { addGroupPages } from './groups';
import { GROUPS_PATH, TEAM_PATH } from './paths';

const desk = {
  id: 'desk',
  name: 'The desk',
  members: ['olu', 'mia'],
  callGroups: ['Complaints'],
  version: 2,
};
const told = { groups: [desk], absences: [], work: null };
const ANSWERS: Answers = {
  ...{ TeamAdults: told, TeamCorporate: { ...told, groups: [] } },
  DoSaveAdultsGroup: { outcome: { __typename: 'GroupSaved', group: { id: 'desk', version: 3 } } },
};
const FORM = {
  stream: 'adults',
  id: 'desk',
  version: '2',
  name: 'Desk',
  members: 'olu\r\n cora , mia',
  callGroups: '',
};

let served: Awaited<ReturnType<typeof servePages>> | null = null;
const serve = async (answers: Answers = {}, role = 'officer') => {
  served = await servePages({
    ...{ add: addGroupPages, answers: { ...ANSWERS, ...answers } },
    session: { role, subject: 'cora', streams: ['adults', 'corporate'] },
  });
  return served;
};
afterEach(() => served?.stop());

describe('a group', () => {
  it('is shown as it is, and saved with the version that was seen', async () => {
    const site = await serve();
    const { body } = await site.get(`${GROUPS_PATH}/adults/desk`);
    for (const words of ['name="version" value="2"', 'mia', 'Complaints', 'value="The desk"'])
      expect(body).toContain(words);
    const { statusCode, headers } = await site.post(GROUPS_PATH, FORM);
    expect([statusCode, headers.location]).toEqual([303, `${TEAM_PATH}?did=group`]);
    expect(site.asked.at(-1)?.variables).toEqual({
      ...{ id: 'desk', version: 2, name: 'Desk', members: ['olu', 'cora', 'mia'], callGroups: [] },
    });
  });

  it('that is new has an id of its name, and takes the place of none that is there', async () => {
    const outcome = { __typename: 'GroupChanged', message: 'Somebody changed it.', group: desk };
    const site = await serve({ DoSaveAdultsGroup: { outcome } });
    expect((await site.get(`${GROUPS_PATH}/new`)).body).toContain('Make a group');
    const { statusCode, body } = await site.post(GROUPS_PATH, { ...FORM, id: '', version: '0' });
    expect(statusCode).toBe(409);
    expect(body).toContain('There is a group of this name.');
    expect(body).toContain('name="version" value="0"');
    expect(site.asked.at(-1)?.variables).toMatchObject({ id: 'desk', version: 0 });
  });

  it('that somebody else changed is shown as it is by now, and is saved where it is sent once more', async () => {
    const outcome = {
      __typename: 'GroupChanged',
      message: 'Somebody changed it.',
      group: { ...desk, version: 7 },
    };
    const site = await serve({ DoSaveAdultsGroup: { outcome } });
    const { statusCode, body } = await site.post(GROUPS_PATH, FORM);
    expect(statusCode).toBe(409);
    for (const words of ['name="version" value="7"', 'By now: Olu Somebody, mia', 'value="Desk"'])
      expect(body).toContain(words);
  });

  it('is refused beside the field, and kept where nothing answers', async () => {
    const outcome = { __typename: 'CommandUnusable', message: 'Name 200 people at most.', part: 'members' };
    const site = await serve({ DoSaveAdultsGroup: { outcome } });
    expect((await site.post(GROUPS_PATH, FORM)).body).toContain('id="members-error"');
    await site.stop();
    const lost = await serve({ DoSaveAdultsGroup: new GatewayRefusal('TIMEOUT', 'slow') });
    const { statusCode, body } = await lost.post(GROUPS_PATH, FORM);
    expect([statusCode, body.includes('cora , mia')]).toEqual([503, true]);
    expect((await lost.post(GROUPS_PATH, { ...FORM, stream: 'schools', name: '' })).statusCode).toBe(400);
  });

  it('is kept by officers alone, and there is no other', async () => {
    const site = await serve();
    expect((await site.get(`${GROUPS_PATH}/corporate/desk`)).statusCode).toBe(404);
    expect((await site.post(GROUPS_PATH, FORM, 'other')).statusCode).toBe(403);
    await site.stop();
    const manager = await serve({}, 'manager');
    expect((await manager.get(`${GROUPS_PATH}/new`)).statusCode).toBe(403);
    expect((await manager.post(GROUPS_PATH, FORM)).statusCode).toBe(403);
  });
});

describe('the id of a new group', () => {
  const idOf = (name: string) => readGroup({ stream: 'adults', name }, ['adults']).said?.id ?? '';

  it('is what the graph takes, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const id = idOf(name);
        return id === '' || (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) && id.length <= 100);
      }),
    );
  });

  it.each([
    ['First contact', 'first-contact'],
    ['  Équipe & Co. ', 'e-quipe-co'],
    ['…', ''],
  ])('of %j is %j', (name, id) => {
    expect(idOf(name)).toBe(id);
  });
});
