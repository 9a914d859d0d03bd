import type { FastifyReply, FastifyRequest } from 'fastify';
import { siteCookie } from '../server/cookies';
import { hashOf, type Seal } from '../sessions/seal';
import { type Attempt, attemptModel } from './sign-in-service';

const MAX_AGE_SECONDS = 15 * 60;
const NAME_CHARACTERS = 12;

/** Sign-ins that have begun, each in a sealed cookie of its own: two tabs that sign in at once do not disturb each other. */
export function createAttempts({ seal, isSecure }: { seal: Seal; isSecure: boolean }) {
  const cookieOf = (state: string) =>
    siteCookie(`sign-in-${hashOf(state).slice(0, NAME_CHARACTERS)}`, isSecure);
  return {
    keep(reply: FastifyReply, attempt: Attempt): void {
      cookieOf(attempt.state).set(reply, seal.seal(JSON.stringify(attempt)), MAX_AGE_SECONDS);
    },
    /** The attempt of a state, once; null where this browser began none. */
    take(request: FastifyRequest, reply: FastifyReply, state: string): Attempt | null {
      const cookie = cookieOf(state);
      const sealed = cookie.of(request);
      cookie.clear(reply);
      const text = sealed === null ? null : seal.open(sealed);
      return text === null ? null : attemptModel.parse(JSON.parse(text));
    },
  };
}
