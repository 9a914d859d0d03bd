import { type TestAccess, testAccess } from '../testing';

// The database is seen alone, behind the part's own check of scopes.
jest.mock('../../../platform/server/guard-fields', () => ({ guardFields: (schema: object) => schema }));

let access: TestAccess;
beforeAll(async () => {
  access = await testAccess();
});
afterAll(() => access.stop());

const keyOf = (partner: string) => access.create(`role: "partner" partner: "${partner}"`);

describe('a partner', () => {
  it('sees its own agreement and keys, and nobody else’s', async () => {
    await access.agree('own', 'streams: [SCHOOLS, ADULTS]');
    await access.agree('other');
    const key = await keyOf('own');
    await keyOf('other');
    const partner = { subject: 'sid', role: 'partner', partner: 'own', scopes: ['own-agreement'] };
    const { ownAgreement } = await access.data<object & { ownAgreement: object }>(
      '{ ownAgreement { partner purpose streams versions { streams } keys { id state lastUsedAt } } }',
      partner,
    );
    expect(ownAgreement).toEqual({
      ...{ partner: 'own', purpose: 'To learn', streams: ['ADULTS', 'SCHOOLS'] },
      versions: [{ streams: ['ADULTS', 'SCHOOLS'] }],
      keys: [{ id: key.key.id, state: 'LIVE', lastUsedAt: null }],
    });
    // With the scope of administrators given by mistake, the database still shows its own alone.
    const { agreements } = await access.data<{ agreements: { edges: { node: { partner: string } }[] } }>(
      '{ agreements { edges { node { partner } } } }',
      { ...partner, scopes: ['agreements'] },
    );
    expect(agreements.edges.map(({ node }) => node.partner)).toEqual(['own']);
  });
});
