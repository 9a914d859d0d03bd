import type { FastifyRequest } from 'fastify';
import { GatewayRefusal } from '../../gateway/refusal';
import { signedIn } from '../../server/visitor';

const CORRECTS: readonly string[] = ['officer', 'admin'];

/** Whether people of a role put rows right: they see the quarantine, all faults of their streams, and duplicates. */
export const mayCorrect = (role: string): boolean => CORRECTS.includes(role);

/** Whether people of a role see faults at all: of all that they are cleared for, or of their own services. */
export const maySeeFaults = (role: string): boolean => mayCorrect(role) || role === 'manager';

/** Throws for everybody who puts no rows right. The gateway decides what of them somebody sees; this page is theirs alone. */
export function checkMayCorrect(request: FastifyRequest): void {
  if (!mayCorrect(signedIn(request).role))
    throw new GatewayRefusal('FORBIDDEN', 'Rows are put right by officers and admins');
}
