import type { Session } from '../sessions/session';

/** A session of somebody made up, with what a test says of it. */
export const madeUpSession = (given: Partial<Session> = {}): Session => ({
  subject: 'ana',
  name: 'Ana Whitfield',
  role: 'analyst',
  streams: [],
  services: [],
  partner: null,
  accessToken: 'access-1',
  accessTokenEndsAt: Date.parse('2024-06-01T13:00:00Z'),
  refreshToken: 'refresh-1',
  idToken: 'id-1',
  formToken: 'form-token-of-a-session',
  ...given,
});

/** A clock that a test moves. */
export function movingClock(start = '2024-06-01T12:00:00Z') {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    move(minutes: number) {
      at += minutes * 60_000;
    },
  };
}
