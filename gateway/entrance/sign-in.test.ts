import { generateKeyPairSync } from 'node:crypto';
import { demonstrationToken } from '../../platform/identity/demonstration-token';
import { IDENTITY_HEADER } from '../../platform/identity/identity-token';
import { createIdentitySigner } from '../../platform/identity/signer';
import { AUDIENCE, ISSUER, type Library, startLibrary } from '../testing/start-library';

const WAIT = '{ whoAmI(afterMillis: 200) }';

describe.each([
  ['in process', false],
  ['over HTTP', true],
])('callers, %s', (_, overHttp) => {
  let library: Library;
  beforeAll(async () => {
    library = await startLibrary({ overHttp });
  });
  afterAll(() => library.stop());

  it('who ask the same at once each get their own answer', async () => {
    const subjects = ['ana', 'olu', 'cora'];
    const answers = await Promise.all(subjects.map((subject) => library.ask(WAIT, { subject })));
    expect(answers.map(({ body }) => body.data.whoAmI)).toEqual(subjects);
  });

  it('cannot say who they are in place of the gateway', async () => {
    const forged = await createIdentitySigner({ privateKey: generateKeyPairSync('ed25519').privateKey }).sign(
      {
        subject: 'ada',
        role: 'admin',
        scopes: [],
        streams: [],
        services: [],
        partner: null,
      },
      { part: 'catalogue', query: '', variables: {}, operationName: null },
    );
    const response = await fetch(`${library.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await library.token('officer', 'olu')}`,
        [IDENTITY_HEADER]: forged,
      },
      body: JSON.stringify({ query: '{ whoAmI }', extensions: { headers: { [IDENTITY_HEADER]: forged } } }),
    });
    expect(await response.json()).toEqual({ data: { whoAmI: 'olu' } });
  });
});

describe('somebody who is not signed in', () => {
  let library: Library;
  beforeAll(async () => {
    library = await startLibrary();
  });
  afterAll(() => library.stop());

  it.each([
    ['a question', '{ whoAmI }'],
    ['introspection', '{ __schema { types { name } } }'],
    ['a name of a type', '{ __typename }'],
    ['a faulty question', '{ nothing }'],
    ['no GraphQL at all', '{{{'],
  ])('is told so, whatever they send: %s', async (_, query) => {
    const { status, headers, body } = await library.ask(query, { token: null });
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer realm="council-complaints"');
    expect(body).toEqual({
      errors: [
        { message: expect.stringContaining('Sign in first'), extensions: { code: 'UNAUTHENTICATED' } },
      ],
    });
    expect(library.asked).toEqual({ books: 0, catalogue: 0 });
  });

  it('is anybody with a token that is not good', async () => {
    const person = { subject: 'olu', role: 'officer', streams: [], services: [], partner: null };
    const { privateKey } = library.keys;
    const long = { now: () => new Date('2021-10-01T12:00:00Z') };
    const tokens = [
      'garbage',
      await demonstrationToken({
        person,
        privateKey: generateKeyPairSync('ed25519').privateKey,
        issuer: ISSUER,
        audience: AUDIENCE,
      }),
      await demonstrationToken({ person, privateKey, issuer: 'urn:other', audience: AUDIENCE }),
      await demonstrationToken({ person, privateKey, issuer: ISSUER, audience: 'another' }),
      await demonstrationToken({ person, privateKey, issuer: ISSUER, audience: AUDIENCE, clock: long }),
    ];
    for (const token of tokens) {
      const { status, body } = await library.ask('{ whoAmI }', { token });
      expect([status, body.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });

  it('finds nothing anywhere else either', async () => {
    for (const path of ['/healthcheck', '/readiness', '/graphql/', '/anything'])
      expect((await fetch(`${library.url}${path}`)).status).toBe(401);
  });

  it('is not taken for one who is, by a role that there is not', async () => {
    const { status, body } = await library.ask('{ whoAmI }', { role: 'import' });
    expect([status, body.errors[0].extensions.code]).toEqual([403, 'FORBIDDEN']);
  });
});
