import type { FastifyInstance } from 'fastify';
import type { Asking, Gateway } from '../../gateway/gateway';
import { isBadQuestion } from '../../gateway/part-lost';
import { PAGE_ROWS, readPlace } from '../../lists/page-place';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { askUnread } from '../restricted/restricted-cases';
import { type AuditQuestion, readAuditQuestion } from './audit-filter';
import { AUDIT_PATH, auditView } from './audit-view';
import { checkAuditor } from './check-auditor';
import { askLogs } from './logs';
import { addLookUp } from './look-up';
import { type MergedPage, mergeLogs } from './merge';
import { type Places, placesText, readPlaces } from './places';

/** Who read or changed what, of all parts together: for auditors alone. */
export function addAudit(app: FastifyInstance, makers: Pick<PageMakers, 'page' | 'gateway'>): void {
  const { page, gateway } = makers;
  addLookUp(app, makers);
  app.get(AUDIT_PATH, async (request, reply) => {
    const [asking, query] = [askingOf(request), queryOf(request)];
    checkAuditor(request);
    const question = readAuditQuestion(query);
    const place = readPlace(query);
    const [merged, unread] = await Promise.all([
      askMerged(gateway, asking, question, readPlaces(place.after)),
      askUnread(gateway, 'auditor', asking),
    ]);
    const view = { ...auditView(question, place, merged), unread };
    return sendPage(reply, page(request, 'audit/list.njk', view));
  });
}

/** The page of entries at these places; the first where the logs have no such places any more. */
async function askMerged(
  gateway: Gateway,
  asking: Asking,
  question: AuditQuestion,
  places: Places,
): Promise<MergedPage> {
  const { where } = question;
  try {
    return mergeLogs(await askLogs(gateway, asking, { where, first: PAGE_ROWS, places }), PAGE_ROWS, places);
  } catch (error) {
    if (!isBadQuestion(error) || placesText(places) === null) throw error;
    return askMerged(gateway, asking, question, {});
  }
}
