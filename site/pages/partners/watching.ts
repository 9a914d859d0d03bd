import type { FastifyRequest } from 'fastify';
import { GatewayRefusal } from '../../gateway/refusal';
import { signedIn } from '../../server/visitor';

/** Who watches over what partners may see and ask; the gateway decides. */
const WATCHES: readonly string[] = ['admin', 'auditor'];
const DECIDES = 'admin';

/** Whether the visitor decides on agreements. Throws as the gateway would for whoever may not look at them. */
export function watchingIn(request: FastifyRequest): { readonly isDeciding: boolean } {
  const { role } = signedIn(request);
  if (!WATCHES.includes(role))
    throw new GatewayRefusal('FORBIDDEN', 'Agreements are open to administrators and auditors');
  return { isDeciding: role === DECIDES };
}

/** The same for who changes them. */
export function agreeingIn(request: FastifyRequest): void {
  if (!watchingIn(request).isDeciding)
    throw new GatewayRefusal('FORBIDDEN', 'Agreements are changed by administrators');
}
