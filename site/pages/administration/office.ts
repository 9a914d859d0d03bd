import type { FastifyRequest } from 'fastify';
import { londonMomentOf } from '../../../domain/calendar/day';
import { shortDayWords } from '../../../domain/figures/days';
import { GatewayRefusal } from '../../gateway/refusal';
import { signedIn } from '../../server/visitor';
import { mayDecide, mayLook } from './roles';

/** Whether the visitor decides on reference data. Throws as the gateway would for whoever may not look at it here. */
export function lookingIn(request: FastifyRequest): { readonly isDeciding: boolean } {
  const { role } = signedIn(request);
  if (!mayLook(role)) throw new GatewayRefusal('FORBIDDEN', 'Administration is open to officers and admins');
  return { isDeciding: mayDecide(role) };
}

/** The same for what admins alone are shown. */
export function decidingIn(request: FastifyRequest): void {
  if (!lookingIn(request).isDeciding)
    throw new GatewayRefusal('FORBIDDEN', 'Reference data is decided by admins');
}

/** The day of a decision, in London: "29 Nov 2026". */
export function decidedOn(at: string): string {
  const moment = londonMomentOf(new Date(at));
  return moment === null ? at : shortDayWords(moment.day);
}
