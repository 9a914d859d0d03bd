import type { FastifyRequest } from 'fastify';
import { GatewayRefusal } from '../../gateway/refusal';
import { signedIn } from '../../server/visitor';

/** Who writes the guidance; the gateway decides, a page only does not offer what it would refuse. */
const KEEPERS: readonly string[] = ['officer', 'admin'];

/** Whether people of a role may write the guidance. */
export const mayKeepGuidance = (role: string): boolean => KEEPERS.includes(role);

/** Whether whoever asks may. */
export const isKeeper = (request: FastifyRequest): boolean => mayKeepGuidance(signedIn(request).role);

/** Throws for whoever may not write the guidance, as the gateway would. */
export function checkKeeper(request: FastifyRequest): void {
  if (!isKeeper(request))
    throw new GatewayRefusal('FORBIDDEN', 'The guidance is written by its keepers alone');
}
