import { GatewayRefusal } from '../../../gateway/refusal';
import { type Answers, servePages } from '../../../testing/serve-pages';
import { ASSIGN_PATH, addAssignPages } from './assign';

const shown = (id: string) => ({ __typename: 'AdultsComplaint', id, reference: id.toUpperCase() });
const done = (ids: readonly string[], refused: readonly object[] = [], absence: object | null = null) => ({
  outcome: {
    ...{ __typename: 'ManyDone', left: 0, absence, refused },
    done: ids.map((id) => ({ id, complaint: shown(id) })),
  },
});
const refused = (id: string, message: string) => ({ id, message, complaint: shown(id) });
const groups = { groups: [{ id: 'desk', name: 'The desk', members: ['mia'] }] };
const ANSWERS: Answers = {
  ...{ GroupsOfAdults: groups, GroupsOfCorporate: { groups: [] } },
  DoAssignAdultsComplaints: done(['adults-1'], [refused('adults-2', 'Somebody changed it meanwhile.')]),
  DoAssignCorporateComplaints: done(['corporate-1']),
};
const TICKED = {
  complaint: ['corporate-1@2', 'adults-1@3', 'adults-2@1'],
  back: '/casework?list=UNASSIGNED',
};
const down = new GatewayRefusal('UNREACHABLE', 'It does not answer');

let served: Awaited<ReturnType<typeof servePages>> | null = null;
const serve = async (answers: Answers = {}, role = 'officer') => {
  served = await servePages({
    ...{ add: addAssignPages, answers: { ...ANSWERS, ...answers } },
    session: { role, subject: 'cora', streams: ['adults', 'corporate'] },
  });
  return served;
};
afterEach(() => served?.stop());
const hidden = (body: string, name: string) =>
  [...body.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, value]) => value ?? '');

describe('giving many complaints to somebody', () => {
  it('says first what would happen to each and what stays and why, and does nothing', async () => {
    const site = await serve();
    const { statusCode, body } = await site.post(ASSIGN_PATH, { ...TICKED, to: 'olu' });
    expect(statusCode).toBe(200);
    for (const words of [
      ...['2 complaints would go to Olu Somebody', 'Nothing has been done yet', '>ADULTS-1<'],
      ...['Would stay as they are', 'Somebody changed it meanwhile.', 'Give 2 complaints to Olu Somebody'],
      'href="/casework?list=UNASSIGNED"',
    ])
      expect(body).toContain(words);
    const sent = site.asked.filter(({ operation }) => operation.startsWith('DoAssign'));
    expect(sent.map(({ variables }) => variables)).toEqual([
      expect.objectContaining({ rehearse: true, complaints: [{ id: 'corporate-1', version: 2 }] }),
      expect.objectContaining({ rehearse: true, to: 'olu', group: null }),
    ]);
  });

  it('does it then, with those that would go alone, and tells what came of each', async () => {
    const site = await serve();
    const preview = (await site.post(ASSIGN_PATH, { ...TICKED, to: 'olu' })).body;
    const [key = ''] = hidden(preview, 'key');
    const form = preview.slice(
      preview.indexOf('/casework/assign/do'),
      preview.indexOf('Or to somebody else'),
    );
    expect(hidden(form, 'complaint')).toEqual(['corporate-1@2', 'adults-1@3']);
    const { statusCode, body } = await site.post(`${ASSIGN_PATH}/do`, { ...TICKED, to: 'olu', key });
    expect(statusCode).toBe(200);
    expect(body).toContain('2 complaints given to Olu Somebody');
    expect(body).toContain('Left as they are');
    expect(site.asked.at(-1)?.variables).toMatchObject({ key, rehearse: false });
  });

  it('asks for a receiver, one of the two, and keeps what was ticked', async () => {
    const site = await serve();
    const nobody = await site.post(ASSIGN_PATH, TICKED);
    expect([nobody.statusCode, hidden(nobody.body, 'complaint')]).toEqual([400, TICKED.complaint]);
    expect(nobody.body).toContain('Name somebody, or choose a group.');
    const both = await site.post(ASSIGN_PATH, { ...TICKED, to: 'olu', group: 'desk' });
    expect(both.body).toContain('and not both');
    expect(both.body).toContain('value="olu"');
    expect((await site.post(ASSIGN_PATH, { to: 'olu' })).body).toContain('Tick at least one complaint');
    expect((await site.post(`${ASSIGN_PATH}/do`, { to: 'olu' })).statusCode).toBe(400);
    expect(site.asked.map(({ operation }) => operation)).not.toContain('DoAssignAdultsComplaints');
  });

  it('names a group, and says that whoever is to have them is away', async () => {
    const absence = { to: '2026-12-11', standsIn: 'olu' };
    const site = await serve({ DoAssignAdultsComplaints: done(['adults-1'], [], absence) });
    const to = { complaint: 'adults-1@3', to: '', group: 'desk' };
    expect((await site.post(ASSIGN_PATH, to)).body).toContain('1 complaint would go to The desk');
    const { body } = await site.post(ASSIGN_PATH, { ...to, group: '', to: 'mia' });
    expect(body).toContain('mia is away until 11 December 2026. Olu Somebody stands in.');
  });

  it('says a refusal of the whole of each of its complaints', async () => {
    const outcome = { __typename: 'CommandUnusable', message: 'There is no such group.', part: 'group' };
    const site = await serve({ DoAssignCorporateComplaints: { outcome } });
    const { body } = await site.post(ASSIGN_PATH, { ...TICKED, group: 'desk' });
    expect(body).toContain('There is no such group.');
    expect(body).toContain('1 complaint would go');
  });

  it('keeps those of a stream that is down to be sent again under the same key', async () => {
    const site = await serve({ DoAssignCorporateComplaints: down });
    const key = '3096649c-9a22-4426-98fe-c658419c043c';
    const { statusCode, body } = await site.post(`${ASSIGN_PATH}/do`, { ...TICKED, to: 'olu', key });
    expect([statusCode, hidden(body, 'complaint'), hidden(body, 'key')]).toEqual([
      ...[200, ['corporate-1@2'], [key]],
    ]);
    await site.stop();
    const lost = await serve({ DoAssignCorporateComplaints: down, DoAssignAdultsComplaints: down });
    expect((await lost.post(`${ASSIGN_PATH}/do`, { ...TICKED, to: 'olu', key })).statusCode).toBe(503);
  });

  it('leads back to worklists alone', async () => {
    const site = await serve();
    const { body } = await site.post(ASSIGN_PATH, {
      ...TICKED,
      to: 'olu',
      back: 'https://elsewhere.example',
    });
    expect(body).not.toContain('elsewhere.example');
    expect(body).toContain('class="govuk-back-link" href="/casework"');
  });

  it.each(['manager', 'analyst', 'admin', 'auditor', 'partner'])('is not for %s', async (role) => {
    const site = await serve({}, role);
    for (const path of [ASSIGN_PATH, `${ASSIGN_PATH}/do`])
      expect((await site.post(path, { ...TICKED, to: 'olu' })).statusCode).toBe(403);
    expect(site.asked).toEqual([]);
  });

  it('takes no form of another page', async () => {
    const site = await serve();
    expect((await site.post(`${ASSIGN_PATH}/do`, { ...TICKED, to: 'olu' }, 'other')).statusCode).toBe(403);
  });
});
