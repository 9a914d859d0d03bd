import type { FastifyInstance } from 'fastify';
import { streamName } from '../../../domain/figures/names';
import { addressOf } from '../../filters/address';
import { isBadQuestion } from '../../gateway/part-lost';
import { AuditComplaintIdsDocument } from '../../operations/__generated__/operations';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { readSought } from '../search/sought';
import { AUDIT_PATH } from './audit-view';
import { checkAuditor } from './check-auditor';

export const LOOK_UP_PATH = `${AUDIT_PATH}/complaint`;

/** The entries of a complaint by its reference: the auditor sees no complaint, and is led on by its id. Each look-up is recorded. */
export function addLookUp(
  app: FastifyInstance,
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
): void {
  app.get(LOOK_UP_PATH, async (request, reply) => {
    checkAuditor(request);
    const sought = readSought(queryOf(request).reference);
    const tell = (view: object) =>
      sendPage(reply, page(request, 'audit/look-up.njk', { ...sought, ...view }));
    if (sought.kind !== 'sought') return tell({});
    try {
      const { reference } = sought;
      const answer = await gateway.ask(AuditComplaintIdsDocument, { reference }, askingOf(request));
      const found = foundOf(answer);
      const [one, ...others] = found;
      if (one !== undefined && others.length === 0) return reply.redirect(one.href, 303);
      return tell(one === undefined ? { kind: 'none' } : { kind: 'several', found });
    } catch (error) {
      if (!isBadQuestion(error)) throw error;
      return tell({ kind: 'none' });
    }
  });
}

/** Each complaint that was found, with the way to its entries. */
const foundOf = (answer: Readonly<Record<string, readonly string[] | null>>) =>
  Object.entries(answer).flatMap(([stream, ids]) =>
    (ids ?? []).map((id) => ({
      ...{ id, stream: streamName(stream.toUpperCase()) },
      href: addressOf(AUDIT_PATH, {}, { subject: id }),
    })),
  );
