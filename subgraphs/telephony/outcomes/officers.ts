import type { Identity } from '../../../platform/identity/identity';
import { forbidden } from '../../../platform/server/errors';

/** Throws FORBIDDEN for whoever deals with no call: as the database does. */
export function checkDealsWithCalls({ role, credential }: Pick<Identity, 'role' | 'credential'>): void {
  if (role !== 'officer' || credential !== undefined)
    throw forbidden('Calls are dealt with by officers cleared for the streams of their group, in person.');
}
