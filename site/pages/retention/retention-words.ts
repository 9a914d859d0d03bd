import { shortDayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import { ownOf } from '../../../platform/tables/own-of';
import type {
  ComplaintKeptPartsFragment,
  ComplaintRetentionQuery,
  HoldLineFragment,
  RetentionDecisionKind,
  RetentionGap,
  ReviewLineFragment,
} from '../../operations/__generated__/operations';
import { complaintHref } from '../complaints/rows';
import { momentWords } from '../restricted/case-words';

type Retention = NonNullable<NonNullable<ComplaintRetentionQuery['complaint']>['retention']>;

const GAPS: Readonly<Record<RetentionGap, string>> = {
  CLOSING_NOT_RECORDED: 'No day of closing was recorded: its newest day counts.',
  AGE_NOT_RECORDED: 'How old the child was is not recorded: it counts as just born.',
  CARE_NOT_RECORDED:
    'Whether the child was looked after is not recorded. Find out first: it is kept for longer then.',
};

const DECISIONS: Readonly<Record<RetentionDecisionKind, string>> = {
  ANONYMISE: 'Taken out for good',
  KEEP: 'Kept',
  REFUSE: 'Not erased, though asked to be',
};

const DONE: Readonly<Record<string, string>> = {
  hold: 'A legal hold keeps them from now on.',
  lift: 'The hold is lifted.',
  decide: 'It is decided, as it stands at the end of this page.',
};

/** What was done, by the end of the form's address; null where nothing was. */
export const doneWords = (done: unknown): string | null => ownOf(DONE, done) ?? null;

const dayWords = (day: string | null): string | null => (day === null ? null : shortDayWords(day));

/** The page of how long a complaint's people are kept. */
export const retentionHref = (id: string): string => `${complaintHref(id)}/retention`;

/** What a complaint's own page says of whether its people are kept; null where there is nothing to say. */
export function keptWords({
  complaint,
}: {
  readonly complaint: ComplaintKeptPartsFragment | null;
}): string | null {
  const { anonymisedAt, holds } = complaint?.retention ?? { anonymisedAt: null, holds: [] };
  if (anonymisedAt !== null) return `Its people were taken out for good on ${momentWords(anonymisedAt)}.`;
  return (holds ?? []).length > 0 ? 'A legal hold keeps its people.' : null;
}

/** A legal hold as pages show it. */
export const holdView = (hold: HoldLineFragment) => ({
  ...{ id: hold.id, reason: hold.reason },
  reference: hold.complaint?.reference ?? null,
  href: hold.complaint === null ? null : retentionHref(hold.complaint.id),
  by: `${hold.putBy}, ${momentWords(hold.putAt)}`,
});

/** What somebody decided, as pages show it. */
const decisionView = ({
  kind,
  reason,
  keepUntil,
  decidedBy,
  decidedAt,
}: NonNullable<Retention['decisions']>[number]) => ({
  what: keepUntil === null ? DECISIONS[kind] : `${DECISIONS[kind]} until ${shortDayWords(keepUntil)}`,
  reason,
  by: `${decidedBy}, ${momentWords(decidedAt)}`,
});

/** A complaint that is due for review, as a list shows it. */
export const reviewView = ({ complaint, closedOn, reviewOn, gaps, isHeld }: ReviewLineFragment) => ({
  reference: complaint?.reference ?? 'A complaint without a reference',
  stream: streamName(complaint?.stream ?? null),
  href: complaint === null ? null : retentionHref(complaint.id),
  closedOn: dayWords(closedOn) ?? 'Not recorded',
  reviewOn: shortDayWords(reviewOn),
  notes: [...(isHeld ? ['A legal hold keeps it.'] : []), ...gaps.map((gap) => GAPS[gap])],
});

/** Until when the newest decision keeps them; null where it does not. */
function keptUntil(decisions: NonNullable<Retention['decisions']>): string | null {
  const [newest] = decisions;
  return dayWords(newest?.keepUntil ?? null);
}

/** How long a complaint's people are kept, as its page shows it. */
export const retentionView = ({ review, anonymisedAt, holds, decisions }: Retention) => ({
  anonymisedAt: anonymisedAt === null ? null : momentWords(anonymisedAt),
  keptUntil: keptUntil(decisions ?? []),
  review:
    review === null
      ? null
      : {
          ...{ reviewOn: shortDayWords(review.reviewOn), closedOn: dayWords(review.closedOn) },
          ...{ source: review.source, isHeld: review.isHeld, gaps: review.gaps.map((gap) => GAPS[gap]) },
        },
  holds: (holds ?? []).map(holdView),
  decisions: (decisions ?? []).map(decisionView),
});
