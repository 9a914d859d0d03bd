import { SCOPES_OF_ROLE } from '../../../platform/identity/scopes';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { type ServedPart, servePart } from '../../../platform/testing/serve-part';
import { subgraph } from '../subgraph';

let database: TestDatabase;
let part: ServedPart;

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  part = await servePart({
    ...{ subgraph, dataSource: database.of('directory'), today: '2026-11-29' },
    person: { subject: 'mark', role: 'manager' },
  });
});
afterAll(async () => {
  await part.stop();
  await database.stop();
});

describe('who may do what', () => {
  it('is told to everybody, as the gateway enforces it, each in words', async () => {
    const { data } = await part.ask('{ roles { name permissions { scope meaning } } }', { role: 'partner' });
    const roles = (data as { roles: { name: string; permissions: { scope: string; meaning: string }[] }[] })
      .roles;
    expect(
      Object.fromEntries(roles.map(({ name, permissions }) => [name, permissions.map((each) => each.scope)])),
    ).toEqual(SCOPES_OF_ROLE);
    expect(roles.flatMap(({ permissions }) => permissions).every(({ meaning }) => meaning !== '')).toBe(true);
  });

  it('is told of whoever asks, with the names of their services', async () => {
    const { data } = await part.ask(
      '{ caller { subject role { name permissions { scope } } streams services partner } }',
      { role: 'manager', scopes: ['figures'], services: ['greenspace', 'nowhere'], streams: ['corporate'] },
    );
    expect(data).toMatchObject({
      caller: {
        ...{ subject: 'mark', role: { name: 'manager', permissions: [{ scope: 'figures' }] } },
        ...{ streams: ['corporate'], services: ['Greenspace', 'nowhere'], partner: null },
      },
    });
  });
});
