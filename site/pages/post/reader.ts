import type { FastifyRequest } from 'fastify';
import { GatewayRefusal } from '../../gateway/refusal';
import { mayGetPost, type Owner } from '../../post/post-scope';
import { signedIn } from '../../server/visitor';
import { queryOf } from '../page-makers';

/** Who may get figures by mail. Throws as the gateway would for everybody else. */
export function readerIn(request: FastifyRequest): Owner {
  const { subject, role } = signedIn(request);
  if (!mayGetPost(role)) throw new GatewayRefusal('FORBIDDEN', 'Figures by mail are the council’s own');
  return { subject, role };
}

/** What a link of a mail shows, behind the question mark: there no log has it. */
export function linkIn(request: FastifyRequest): string {
  const { link } = queryOf(request);
  return typeof link === 'string' ? link : '';
}
