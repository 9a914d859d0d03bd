import { setTimeout as delay } from 'node:timers/promises';
import { demonstrationPerson } from '../../demo/people';
import type { Settings } from '../../platform/config/settings';
import { demonstrationKeys } from '../../platform/identity/demonstration-keys';
import { demonstrationToken } from '../../platform/identity/demonstration-token';
import type { RunningSite } from '../../site/site';

/** How long a start waits: what is not warm by then becomes so while the person who started it finds the address. */
const LONGEST_MILLIS = 1_000;

/**
 * Has the site ask for the dashboard before anybody does, and waits for that a second at most. In the demonstration alone:
 * where people sign in as themselves, nobody here can make a token. A warm-up that fails is none, and the start goes on.
 */
export async function warmUp(
  { site, production, token, dataDirectory }: Settings,
  running: Pick<RunningSite, 'warmUp'>,
  longestMillis = LONGEST_MILLIS,
): Promise<void> {
  const person = demonstrationPerson({ role: 'analyst' });
  if (production || site.clientId !== null || token.jwksUrl !== null || person === null) return;
  const keys = await demonstrationKeys({ dataDirectory });
  const accessToken = await demonstrationToken({ person, privateKey: keys.token.privateKey, ...token });
  const warm = running.warmUp(accessToken).catch(() => undefined);
  await Promise.race([warm, delay(longestMillis, undefined, { ref: false })]);
}
