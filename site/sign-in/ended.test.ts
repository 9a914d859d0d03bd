import { generateKeyPairSync } from 'node:crypto';
import forms from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { SignJWT } from 'jose';
import type { Sessions } from '../sessions/sessions';
import { movingClock } from '../testing/people';
import { addEndedRoute } from './ended';

const ISSUER = 'https://sign-in.example.gov.uk';
const EVENT = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const clock = movingClock();

const notAsked = async (): Promise<never> => {
  throw new Error('Nobody asks for this here');
};

interface Token {
  readonly claims?: object;
  readonly issuer?: string;
  readonly audience?: string;
  readonly key?: typeof privateKey;
  readonly minutesAgo?: number;
  readonly isUndated?: boolean;
}

function tokenOf(token: Token = {}): Promise<string> {
  const { claims = { sid: 'their session', events: EVENT }, key = privateKey, minutesAgo = 0 } = token;
  const at = Math.floor(clock.now().getTime() / 1000) - minutesAgo * 60;
  const signing = new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'logout+jwt' })
    .setIssuer(token.issuer ?? ISSUER)
    .setAudience(token.audience ?? 'site')
    .setJti('once');
  return (token.isUndated ? signing : signing.setIssuedAt(at)).sign(key);
}

describe('the end of a session at the sign-in service', () => {
  const ended: string[] = [];
  let app: FastifyInstance;

  beforeAll(async () => {
    const endOfProvider = async (session: string) => void ended.push(session);
    const sessions: Sessions = {
      ...{ begin: notAsked, find: notAsked, keep: notAsked, end: notAsked },
      endOfProvider,
    };
    app = Fastify();
    await app.register(forms);
    addEndedRoute(app, { sessions, issuer: ISSUER, clientId: 'site', keys: { publicKey }, clock });
  });
  beforeEach(() => ended.splice(0));
  afterAll(() => app.close());

  async function told(payload: string, type = 'application/x-www-form-urlencoded'): Promise<number> {
    const headers = { 'content-type': type };
    return (await app.inject({ method: 'POST', url: '/sign-in/ended', headers, payload })).statusCode;
  }
  const toldBy = async (token: Token) => told(`logout_token=${await tokenOf(token)}`);

  it('ends the session here', async () => {
    expect(await toldBy({})).toBe(200);
    expect(ended).toEqual(['their session']);
  });

  it.each<[string, Token]>([
    ['signed by somebody else', { key: generateKeyPairSync('ed25519').privateKey }],
    ['of another issuer', { issuer: 'https://other.example' }],
    ['for another site', { audience: 'another-site' }],
    ['of three minutes ago', { minutesAgo: 3 }],
    ['from the future', { minutesAgo: -10 }],
    ['without a time', { isUndated: true }],
    ['that tells of no end', { claims: { sid: 'their session' } }],
    ['that tells of something else', { claims: { sid: 'their session', events: { 'urn:other': {} } } }],
    ['that names no session', { claims: { sub: 'ana', events: EVENT } }],
    ['that is a sign-in with a nonce', { claims: { sid: 'their session', events: EVENT, nonce: 'n' } }],
    ['of a session that is no text', { claims: { sid: { $ne: '' }, events: EVENT } }],
  ])('is not believed of a token %s', async (_what, token) => {
    expect(await toldBy(token)).toBe(400);
    expect(ended).toEqual([]);
  });

  it('is not believed without a signature, nor with a public key taken for a secret', async () => {
    const [, payload = ''] = (await tokenOf()).split('.');
    const header = (alg: string) => Buffer.from(JSON.stringify({ alg })).toString('base64url');
    for (const token of [`${header('none')}.${payload}.`, `${header('HS256')}.${payload}.c2lnbmVk`])
      expect(await told(`logout_token=${token}`)).toBe(400);
    expect(ended).toEqual([]);
  });

  it('is not believed of what is no token', async () => {
    for (const payload of [
      '',
      'logout_token=',
      'logout_token=a.b.c',
      'other=1',
      'logout_token=a&logout_token=b',
    ])
      expect(await told(payload)).toBe(400);
    expect(await told('{"logout_token":{"a":1}}', 'application/json')).toBe(400);
    expect(ended).toEqual([]);
  });
});
