import type { FastifyRequest } from 'fastify';
import { GatewayRefusal } from '../../gateway/refusal';
import { signedIn } from '../../server/visitor';

/** Throws for whoever is no admin: the gateway would refuse them too. */
export function checkAdmin(request: FastifyRequest): void {
  if (signedIn(request).role !== 'admin')
    throw new GatewayRefusal('FORBIDDEN', 'Imports are open to admins alone');
}
