import type { SandboxGuest } from '../../gateway/sandbox/sandbox';
import { systemClock } from '../../platform/config/clock';
import { readSettings } from '../../platform/config/settings';
import { demonstrationKeys } from '../../platform/identity/demonstration-keys';
import { demonstrationToken } from '../../platform/identity/demonstration-token';
import { createExpiringCache } from '../../platform/identity/expiring-cache';
import { PARTNER_ROLE } from '../../platform/identity/scopes';

/** A token lasts for twelve hours; whether its key still holds is asked with every request. */
const TOKEN_HOLDS_MILLIS = 60 * 60_000;
const MOST_TOKENS = 1_000;

/** Tokens of the sandbox's own sign-in, by which it knows a guest: signed with its key, they are worth nothing anywhere else. */
export function sandboxTokens(directory: string): (guest: SandboxGuest) => Promise<string> {
  const kept = createExpiringCache<Promise<string>>({ clock: systemClock, capacity: MOST_TOKENS });
  const { token } = readSettings({ DATA_DIR: directory });
  const sign = async ({ subject, partner }: SandboxGuest) => {
    const { token: keys } = await demonstrationKeys({ dataDirectory: directory });
    const person = { subject, role: PARTNER_ROLE, partner, streams: [], services: [] };
    return demonstrationToken({ person, privateKey: keys.privateKey, ...token });
  };
  return (guest) => {
    const named = JSON.stringify([guest.subject, guest.partner]);
    const known = kept.get(named);
    if (known !== undefined) return known;
    const signed = sign(guest);
    kept.set(named, signed, Date.now() + TOKEN_HOLDS_MILLIS);
    return signed;
  };
}
