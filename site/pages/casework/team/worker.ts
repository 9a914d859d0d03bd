import type { FastifyRequest } from 'fastify';
import { GatewayRefusal } from '../../../gateway/refusal';
import { signedIn } from '../../../server/visitor';
import { mayAssign, mayWork } from '../roles';
import { streamsOf } from '../worklists/work-streams';

/** Who works on complaints, and on which streams'. Throws for whoever works on none. */
export function workerOf(request: FastifyRequest) {
  const person = signedIn(request);
  if (!mayWork(person.role))
    throw new GatewayRefusal('FORBIDDEN', 'The team is for officers and managers, who work on complaints');
  return { ...person, streams: streamsOf(person), isOfficer: mayAssign(person.role) };
}
