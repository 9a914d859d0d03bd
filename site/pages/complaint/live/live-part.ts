import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Asking, Gateway } from '../../../gateway/gateway';
import type { ClockShownFragment, Stream } from '../../../operations/__generated__/operations';
import { CASE_GROUPS } from '../../../operations/case-groups.generated';
import { CASE_QUESTIONS } from '../../../operations/case-questions.generated';
import { signedIn } from '../../../server/visitor';
import { askPart, unlessLost } from '../../ask-part';
import { streamOfId } from '../../casework/commands/ask-case';
import type { CaseSeen } from '../../casework/commands/case-seen';
import { notNow } from '../../casework/commands/why-not';
import { documentsHref } from '../../casework/documents/documents-view';
import { lettersHref } from '../../casework/letters/letter-words';
import { liveAt } from '../../casework/live/what-happened';
import { versionOf } from '../../casework/live-version';
import { mayWork } from '../../casework/roles';
import { knownOf } from '../../casework/team/known';
import { complaintHref } from '../../complaints/rows';
import { mayWorkOnCases, recordEnquiryHref } from '../../ombudsman-cases/commands/record-page';
import type { PageMakers } from '../../page-makers';
import { askLiveProcedure } from '../../procedures/ask-live';
import { clocksOf } from './clocks';
import { elementsOf } from './elements';
import { entriesOf } from './entries';
import { entryHref, MOST_ENTRIES, PAGE_ENTRIES } from './entry-href';
import { learnedOf } from './learned';
import { actionsOf, type LiveShown, standingOf } from './live-view';
import { onwardsOf } from './onwards';

type Makers = Pick<PageMakers, 'gateway' | 'nameOf'>;

/** What is asked of a complaint that may be worked on here. */
export interface OfComplaint {
  readonly id: string;
}

const queryModel = z.object({
  /** The place of what was done just now. */
  did: z.coerce.number().int().nullable().catch(null).default(null),
  /** Whether more of its timeline is shown than a page has: links to old entries ask for it. */
  entries: z.literal('more').nullable().catch(null).default(null),
  /** Where the page of its timeline begins. */
  after: z.string().max(200).nullable().catch(null).default(null),
});

/**
 * The limits of a complaint, and for whoever works on it how it stands, and whether its people are open to them, by one question:
 * `live` is null where it is kept elsewhere, or not for them.
 */
export async function askLivePart(makers: Makers, request: FastifyRequest, asking: Asking, of: OfComplaint) {
  const { role, subject } = signedIn(request);
  const { did, after, entries } = queryModel.parse(request.query);
  const first = entries === null ? PAGE_ENTRIES : MOST_ENTRIES;
  const stream = streamOfId(of.id);
  const { gateway } = makers;
  if (stream === null) return { ...NOTHING, ...partOf(of, null) };
  if (!mayWork(role)) {
    const told = await unlessLost(gateway.ask(CASE_QUESTIONS.ComplaintClocks[stream], { id: of.id }, asking));
    return { ...NOTHING, ...partOf(of, told?.complaint?.deadlines ?? null) };
  }
  const [told, procedure] = await Promise.all([
    unlessLost(gateway.ask(CASE_QUESTIONS.CaseOnPage[stream], { id: of.id, first, after }, asking)),
    askPart(askLiveProcedure(gateway, stream, asking)),
  ]);
  const { casework: live = null, reference = null, stages, deadlines: limits = null } = told?.complaint ?? {};
  const part = { ...partOf(of, limits), openToCaller: told?.complaint?.openToCaller ?? null };
  if (live === null) return { ...part, isLiveLost: told === null, live: null };
  const groups = await askGroups(gateway, asking, { stream, group: live.assignedGroup });
  const shown = { limits: limits ?? [], nameOf: makers.nameOf, did, subject, groups };
  return {
    ...{ ...part, isLiveLost: false },
    live: {
      ...liveView({ ...of, stream }, live, shown),
      ...withVersion(live, shown.limits, procedure && versionOf(procedure, live.stage, stages ?? [])),
      isFirst: after === null,
      enquiryHref: mayWorkOnCases(role) ? recordEnquiryHref({ reference }) : null,
    },
  };
}

/** The names of a stream's groups, where one of them has the complaint; none where they cannot be had. */
async function askGroups(
  gateway: Gateway,
  asking: Asking,
  { stream, group }: { readonly stream: Stream; readonly group: string | null },
): Promise<ReadonlyMap<string, string>> {
  if (group === null) return new Map();
  const told = await askPart(gateway.ask(CASE_GROUPS[stream], {}, asking));
  return knownOf(told?.groups ?? [], []).groups;
}

/** What is told to who works on no complaint. */
const NOTHING = { isLiveLost: false, live: null, openToCaller: null };

const partOf = ({ id }: OfComplaint, limits: readonly ClockShownFragment[] | null) => ({
  clocks: limits && clocksOf(limits),
  whatIfHref: `${complaintHref(id)}/what-if`,
});

/** What the procedure says besides: why others are not there, and where somebody who was answered may go. */
const withVersion = (
  live: LiveShown,
  limits: readonly ClockShownFragment[],
  version: CaseSeen['version'],
) => ({
  notNow: notNow({ live, version }),
  onwards: onwardsOf(live, limits, version?.next ?? []),
});

function liveView(
  complaint: OfComplaint & { readonly stream: string },
  live: LiveShown,
  told: {
    readonly limits: readonly ClockShownFragment[];
    readonly nameOf: Makers['nameOf'];
    readonly did: number | null;
    readonly subject: string;
    readonly groups: ReadonlyMap<string, string>;
  },
) {
  const { limits, nameOf, did, subject, groups } = told;
  const titles = new Map(
    limits.filter(({ stage }) => stage === live.stage).map(({ name, title }) => [name, title]),
  );
  const entries = entriesOf(live, nameOf);
  const { pageInfo, totalCount } = live.timeline ?? {};
  const total = totalCount ?? entries.length;
  const places = entries.map(({ place }) => place);
  const withHref = <Told extends { readonly place: number }>(told: Told) => ({
    ...told,
    href: entryHref({ id: complaint.id, places, total }, told.place),
  });
  const learned = learnedOf(live, nameOf);
  return {
    documentsHref: documentsHref(complaint.id),
    lettersHref: lettersHref(complaint.id),
    liveAt: liveAt(complaint.id, live.version),
    standing: standingOf(live, titles, nameOf, groups),
    learned: {
      ...learned,
      promises: learned.promises.map(withHref),
      recommendations: learned.recommendations.map(withHref),
    },
    elements: elementsOf(live).map(withHref),
    actions: actionsOf(complaint, live, subject),
    // What is done where it stands is sent with what was seen, once.
    hidden: { key: randomUUID(), version: live.version },
    entries,
    entryCount: total,
    olderHref:
      pageInfo?.hasNextPage && pageInfo.endCursor
        ? `${complaintHref(complaint.id)}?after=${encodeURIComponent(pageInfo.endCursor)}#timeline`
        : null,
    did: entries.find(({ place }) => place === did) ?? null,
  };
}
