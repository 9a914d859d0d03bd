import type { Identity } from '../../platform/identity/identity';
import { forbidden } from '../../platform/server/errors';

const isCleared = ({ role, streams }: Identity, stream: string): boolean =>
  role === 'officer' && streams.includes(stream);

/** Throws FORBIDDEN for whoever may not see and put legal holds, and see what is due. */
export function checkMayHold(identity: Identity, stream: string): void {
  const may = identity.role === 'admin' || isCleared(identity, stream);
  if (!may || identity.credential !== undefined)
    throw forbidden('Legal holds are put by administrators, and by officers cleared for the stream.');
}

/** Throws FORBIDDEN for whoever may not decide about people: only whoever may read them can. */
export function checkMayDecide(identity: Identity, stream: string): void {
  if (!isCleared(identity, stream) || identity.credential !== undefined)
    throw forbidden('For how long people are kept is decided by officers cleared for the stream.');
}
