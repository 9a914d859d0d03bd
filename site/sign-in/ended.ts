import type { FastifyInstance } from 'fastify';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../platform/config/clock';
import type { TokenKeys } from '../../platform/identity/bearer-token';
import { createRemoteKeys } from '../../platform/identity/remote-keys';
import type { Sessions } from '../sessions/sessions';

export interface EndedSessions {
  readonly sessions: Sessions;
  readonly issuer: string;
  readonly clientId: string;
  readonly keys: TokenKeys;
  readonly clock: Clock;
}

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const LONGEST_AGE_SECONDS = 120;

const bodyModel = z.object({ logout_token: z.string() });
const claimsModel = z.object({
  sid: z.string(),
  events: z.looseObject({ [LOGOUT_EVENT]: z.looseObject({}) }),
  // A token with a nonce is one of a sign-in.
  nonce: z.undefined().optional(),
});

/**
 * Ends the session here when the sign-in service says that its own has ended (OpenID Connect Back-Channel Logout 1.0):
 * a token that it signed, for this site, which names the session.
 */
export function addEndedRoute(
  app: FastifyInstance,
  { sessions, issuer, clientId, keys, clock }: EndedSessions,
): void {
  const verify = verifying(keys, clock);
  app.post('/sign-in/ended', async (request, reply) => {
    try {
      const { logout_token } = bodyModel.parse(request.body);
      const payload = await verify(logout_token, { issuer, audience: clientId });
      await sessions.endOfProvider(claimsModel.parse(payload).sid);
    } catch {
      return reply.status(400).send({ error: 'invalid_request' });
    }
    return reply.status(200).send();
  });
}

function verifying(keys: TokenKeys, clock: Clock) {
  const published = 'jwksUrl' in keys ? createRemoteKeys({ url: keys.jwksUrl, clock }) : null;
  return async (
    token: string,
    { issuer, audience }: { issuer: string; audience: string },
  ): Promise<unknown> => {
    const options = {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      maxTokenAge: LONGEST_AGE_SECONDS,
      currentDate: clock.now(),
    };
    if (published !== null) return (await jwtVerify(token, published, options)).payload;
    if ('publicKey' in keys) return (await jwtVerify(token, keys.publicKey, options)).payload;
    throw new Error('There is no key to check logout tokens with');
  };
}
