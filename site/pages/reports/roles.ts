import type { FastifyRequest } from 'fastify';
import { GatewayRefusal } from '../../gateway/refusal';
import { signedIn } from '../../server/visitor';

// The gateway decides; a page only does not offer what it would refuse.
const WRITERS: readonly string[] = ['analyst', 'manager', 'officer', 'admin'];
const FREEZERS: readonly string[] = ['officer', 'admin'];

/** Whether whoever asks may begin reports and write in them. */
export const mayWrite = (request: FastifyRequest): boolean => WRITERS.includes(signedIn(request).role);

/** Whether whoever asks may freeze and revise reports. */
export const mayFreeze = (request: FastifyRequest): boolean => FREEZERS.includes(signedIn(request).role);

/** Throws for whoever may not write in reports, as the gateway would. */
export function checkWriter(request: FastifyRequest): void {
  if (!mayWrite(request)) throw new GatewayRefusal('FORBIDDEN', 'Reports are written by those who report');
}

/** Throws for whoever may not freeze reports. */
export function checkFreezer(request: FastifyRequest): void {
  if (!mayFreeze(request))
    throw new GatewayRefusal('FORBIDDEN', 'Reports are frozen and revised by the central team');
}
