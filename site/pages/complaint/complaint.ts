import type { FastifyInstance } from 'fastify';
import type { Asking, Gateway } from '../../gateway/gateway';
import { ComplaintCasesDocument, ComplaintLineageDocument } from '../../operations/__generated__/operations';
import { CASE_QUESTIONS } from '../../operations/case-questions.generated';
import { WORKLISTS_PATH } from '../../server/navigation';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { unlessLost } from '../ask-part';
import { streamOfId } from '../casework/commands/ask-case';
import { complaintHref } from '../complaints/rows';
import { askFilterNames } from '../filter-names';
import { caseWords } from '../ombudsman-cases/case-words';
import { ENQUIRY_STATE_WORDS } from '../ombudsman-cases/commands/words';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { mayRestrict } from '../restricted/roles';
import { keptWords, retentionHref } from '../retention/retention-words';
import { mayHold } from '../retention/roles';
import { askComplaint } from './ask-complaint';
import { complaintFacts, originsOf, statusWords } from './complaint-view';
import { idOf } from './id';
import { askLimit } from './limit';
import { askLivePart } from './live/live-part';
import { isCleared, mayReadLineage, mayReadPeople } from './roles';
import { type ComplaintParts, timelineOf } from './timeline';

/** One complaint: what the person's role may see of it, but for people and what they said. */
export function addComplaintPage(
  app: FastifyInstance,
  { page, gateway, nameOf }: Pick<PageMakers, 'page' | 'gateway' | 'nameOf'>,
): void {
  app.get('/complaints/:id', async (request, reply) => {
    const [asking, session, id] = [askingOf(request), signedIn(request), idOf(request)];
    const { role } = session;
    const beside = Promise.all([
      part(askCases(gateway, asking, id)),
      mayReadLineage(role) ? part(askOrigins(gateway, asking, id)) : { value: [] },
      mayHold(role) ? askKept(gateway, asking, id) : null,
      askLivePart({ gateway, nameOf }, request, asking, { id }),
    ]);
    // Asked at once, and told after: where there is no such complaint, what went wrong beside it is of no interest.
    beside.catch(() => undefined);
    const complaint = await askComplaint(gateway, asking, id);
    if (complaint === null) throw new NotFound();
    const [[cases, origins, kept, work], limits, serviceIds] = await Promise.all([
      beside,
      askLimits(gateway, asking, complaint),
      role === 'manager' ? askServiceIds(gateway, asking, complaint) : null,
    ]);
    // Where that cannot be had, the page of people says what is in the way.
    const isOpen = mayReadPeople(role) && work.openToCaller !== false;
    const isForPeople = mayReadPeople(role) && isCleared(session, { stream: complaint.stream, serviceIds });
    const view = {
      reference: complaint.reference ?? 'without a reference',
      others: (complaint.references ?? []).filter((each) => each !== complaint.reference),
      status: statusWords(complaint),
      facts: complaintFacts(complaint),
      timeline: timelineOf(complaint, limitsBeside(work, limits)),
      isRestricted: complaint.restricted === true,
      ...waysOn(id, { role, isForPeople, isOpen }),
      isForOthers: mayReadPeople(role) && !isForPeople,
      kept: kept === null ? null : keptWords(kept),
      ...work,
      cases,
      origins,
    };
    return sendPage(reply, page(request, 'complaints/complaint.njk', view, placeOf(work)));
  });
}

/** A part of the page: what it shows, or null where it cannot be had just now. */
const part = async <Value>(asked: Promise<Value>) => ({ value: await unlessLost(asked) });

async function askCases(gateway: Gateway, asking: Asking, id: string) {
  const { complaint, register } = await gateway.ask(ComplaintCasesDocument, { id }, asking);
  return (complaint?.ombudsmanCases ?? []).map((parts) => ({
    ...caseWords(parts, register?.asAt ?? null),
    stands: ENQUIRY_STATE_WORDS[parts.state],
  }));
}

/** To its people, where they are open, and to who says to whom they are. */
const waysOn = (
  id: string,
  { role, isForPeople, isOpen }: { role: string; isForPeople: boolean; isOpen: boolean },
) => ({
  isClosed: isForPeople && !isOpen,
  accessHref: mayRestrict(role) ? `${complaintHref(id)}/access` : null,
  retentionHref: mayHold(role) ? retentionHref(id) : null,
  peopleHref: isForPeople && isOpen ? `${complaintHref(id)}/people` : null,
});

/** Whether its people are kept, as its stream tells; null where that cannot be had, or its id names none. */
async function askKept(gateway: Gateway, asking: Asking, id: string) {
  const stream = streamOfId(id);
  return stream && unlessLost(gateway.ask(CASE_QUESTIONS.ComplaintKept[stream], { id }, asking));
}

const askOrigins = async (gateway: Gateway, asking: Asking, id: string) =>
  originsOf(await gateway.ask(ComplaintLineageDocument, { id }, asking));

/** Of one that is worked on here the clocks tell how each day was counted: its stages say it no second time. */
const limitsBeside = <Limit>(
  { live }: { readonly live: object | null },
  limits: readonly Limit[],
): readonly Limit[] => (live === null ? limits : []);

const askLimits = (gateway: Gateway, asking: Asking, { stream, stages }: ComplaintParts) =>
  Promise.all(
    (stages ?? []).map(({ stage, receivedOn }) => askLimit(gateway, asking, { stream, stage, receivedOn })),
  );

/** The services that a complaint was about at any stage; null where their names cannot be had. */
async function askServiceIds(gateway: Gateway, asking: Asking, { service, stages }: ComplaintParts) {
  const { choices, services } = await askFilterNames(gateway, { ...asking, share: 0.5 }, {});
  if (choices.services === null) return null;
  const names = [service, ...(stages ?? []).map((stage) => stage.service)];
  return services.filter(({ name }) => names.includes(name)).map(({ id }) => id);
}

/** Where a complaint that is worked on here belongs; others are found where their addresses say. */
const placeOf = ({ live }: { readonly live: object | null }): string | undefined =>
  live === null ? undefined : WORKLISTS_PATH;
