import { createHmac, type KeyObject } from 'node:crypto';
import type { SignedIn } from '../../platform/identity/identity';

/** A program as the demonstration's sign-in service knows it: it signs in by itself, for no person. */
export interface DemonstrationProgram {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signedIn: SignedIn;
}

const NOTHING_ELSE = { streams: [], services: [], partner: null } as const;

const PROGRAMS: readonly SignedIn[] = [
  { ...NOTHING_ELSE, subject: 'reporting-tool', role: 'analyst' },
  { ...NOTHING_ELSE, subject: 'stockport-homes-system', role: 'partner', partner: 'stockport-homes' },
];

/**
 * The demonstration's programs. Their secrets follow from the key that its tokens are signed with, so every start and every
 * command knows the same, each installation has its own, and none is written anywhere.
 */
export function demonstrationPrograms(tokenKey: KeyObject): DemonstrationProgram[] {
  const key = tokenKey.export({ format: 'der', type: 'pkcs8' });
  return PROGRAMS.map((signedIn) => ({
    ...{ clientId: signedIn.subject, signedIn },
    clientSecret: createHmac('sha256', key).update(`program ${signedIn.subject}`).digest('base64url'),
  }));
}

/** Which roles there are programs of. */
export const programRoles: readonly string[] = PROGRAMS.map(({ role }) => role);
