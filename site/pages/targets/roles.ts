import type { FastifyRequest } from 'fastify';
import { GatewayRefusal } from '../../gateway/refusal';
import { signedIn } from '../../server/visitor';

const READERS: readonly string[] = ['analyst', 'manager', 'officer', 'admin'];
/** Who answers for what is reported; the gateway decides, a page only does not offer what it would refuse. */
const SETTERS: readonly string[] = ['officer', 'admin'];

/** Whether the visitor sets targets. Throws as the gateway would for whoever may not look at them. */
export function readingTargets(request: FastifyRequest): { readonly isSetting: boolean } {
  const { role } = signedIn(request);
  if (!READERS.includes(role))
    throw new GatewayRefusal('FORBIDDEN', 'Targets are open to those who report figures');
  return { isSetting: SETTERS.includes(role) };
}

/** Throws for whoever may not set targets. */
export function checkSetting(request: FastifyRequest): void {
  if (!readingTargets(request).isSetting)
    throw new GatewayRefusal('FORBIDDEN', 'Targets are set by officers and admins');
}
