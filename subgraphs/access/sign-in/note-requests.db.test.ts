import { inTransaction } from '../../../platform/transaction/transaction';
import { listRequests } from '../agreements/list-requests';
import { GATEWAY, type TestAccess, testAccess } from '../testing';

let access: TestAccess;
beforeAll(async () => {
  access = await testAccess();
});
afterAll(() => access.stop());

const note = (...requests: string[]) =>
  access.data<{ noted: number }>(
    `mutation { noted: notePartnerRequests(requests: [${requests.join(', ')}]) }`,
    GATEWAY,
  );
const request = (id: string, { partner = 'guests', at = new Date().toISOString() } = {}) =>
  `{ id: "${id}", at: "${at}", partner: "${partner}", credential: "sid", byKey: false, door: "/graphql", asked: ["measures"], status: 200 }`;
const LIST = (where = '') =>
  `{ list: partnerRequests${where} { totalCount edges { node { id partner asked } } } }`;
const list = async (where?: string, as?: object) => {
  const { list: found } = await access.data<{
    list: { totalCount: number; edges: { node: { id: string } }[] };
  }>(LIST(where), as);
  return [found.totalCount, ...found.edges.map(({ node }) => node.id)];
};
const of = (partner: string) => ({ subject: 'sid', role: 'partner', partner, scopes: ['own-agreement'] });

describe('what partners asked', () => {
  it.each(['admin', 'partner', 'auditor', 'seed'])('is noted by no %s', async (role) => {
    const { errors } = await access.ask('mutation { notePartnerRequests(requests: []) }', {
      role,
      scopes: ['agreements'],
    });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('is kept once however often it is told, and seen by those who watch over it', async () => {
    const first = request('a', { at: '2026-11-01T09:00:00Z' });
    expect(await note(first, request('b', { partner: 'others' }))).toEqual({ noted: 2 });
    expect(await note(first)).toEqual({ noted: 0 });
    expect(await list()).toEqual([2, 'b', 'a']);
    expect(await list('(partner: "guests")')).toEqual([1, 'a']);
    expect(await list('', { role: 'auditor', scopes: ['agreements'] })).toEqual([2, 'b', 'a']);
  });

  it('is seen by its own partner alone, whatever it asks for', async () => {
    expect(await list('', of('guests'))).toEqual([1, 'a']);
    expect(await list('(partner: "others")', of('guests'))).toEqual([0]);
    expect(await list('', of('nobody'))).toEqual([0]);
    const { errors } = await access.ask(LIST(), { role: 'analyst', scopes: ['figures'] });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('goes when it is older than 400 days, and no sooner', async () => {
    const days = (number: number) => new Date(Date.now() - number * 86_400_000).toISOString();
    await note(request('old', { at: days(401) }), request('young', { at: days(399) }));
    await note();
    const kept = await list('(partner: "guests")');
    expect(kept.includes('old')).toBe(false);
    const { edges } = await inTransaction(
      access.database.of('access'),
      { subject: 'x', role: 'gateway' },
      (transaction) => listRequests({ transaction }, { first: 10 }),
    );
    expect(edges.map(({ node }) => node.id)).toContain('young');
  });

  it('is removed or changed by nobody', async () => {
    for (const role of ['admin', 'auditor', 'partner', 'gateway'])
      await inTransaction(
        access.database.of('access'),
        { subject: 'x', role, partner: 'guests' },
        async ({ query }) => {
          const gone = await query(
            'with gone as (delete from access.partner_request returning 1) select from gone',
          );
          expect(gone).toHaveLength(0);
          await expect(query('update access.partner_request set status = 0')).rejects.toThrow(
            'permission denied',
          );
        },
      ).catch((error: Error) => expect(error.message).toMatch(/aborted|permission/));
  });
});
