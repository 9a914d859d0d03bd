import type { CaseCaller } from '../../domain/procedure/command';
import { CASE_ROLES, type CaseRole } from '../../domain/procedure/events';
import type { Identity } from '../../platform/identity/identity';
import { forbidden } from '../../platform/server/errors';

const roleOf = ({ role, streams, credential }: Identity, stream: string): CaseRole | null => {
  if (credential !== undefined) return null;
  const found = CASE_ROLES.find((each) => each === role) ?? null;
  return found === 'officer' && !streams.includes(stream) ? null : found;
};

/** Who asks, as the procedure knows them; null for whoever works on no complaint of the stream. */
export function liveCaller(identity: Identity, stream: string): CaseCaller | null {
  const role = roleOf(identity, stream);
  return role === null ? null : { subject: identity.subject, role, services: identity.services };
}

/** As `liveCaller`; throws FORBIDDEN, as the gateway and the database do, for whoever works on no complaint of the stream. */
export function checkMayWork(identity: Identity, stream: string): CaseCaller {
  const caller = liveCaller(identity, stream);
  if (caller !== null) return caller;
  throw forbidden(
    'Complaints are worked on by officers cleared for the stream, and by managers of their services, in person.',
  );
}
