import type { FastifyRequest } from 'fastify';
import { GatewayRefusal } from '../../gateway/refusal';
import { signedIn } from '../../server/visitor';

/** Throws for everybody but auditors. The gateway decides what they see; these pages are theirs alone. */
export function checkAuditor(request: FastifyRequest): void {
  if (signedIn(request).role !== 'auditor')
    throw new GatewayRefusal('FORBIDDEN', 'The audit log is open to auditors alone');
}
