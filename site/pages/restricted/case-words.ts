import { londonMomentOf } from '../../../domain/calendar/day';
import { shortDayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import type {
  ConflictLineFragment,
  OpeningLineFragment,
  RestrictionKind,
  RestrictionLineFragment,
} from '../../operations/__generated__/operations';
import { complaintHref } from '../complaints/rows';

/** Why a complaint is restricted, in words. */
export const KIND_WORDS: Readonly<Record<RestrictionKind, string>> = {
  SAFEGUARDING: 'Safeguarding',
  STAFF_COMPLAINED_ABOUT: 'Staff are complained about',
  NAMED_PEOPLE: 'For named people',
};

/** A moment in London: "29 Nov 2026, 14:05". */
export function momentWords(at: string): string {
  const moment = londonMomentOf(new Date(at));
  return moment === null ? at : `${shortDayWords(moment.day)}, ${moment.time.slice(0, 5)}`;
}

type Of = RestrictionLineFragment['complaint'];

const caseWords = (complaint: Of) => ({
  reference: complaint?.reference ?? 'A complaint without a reference',
  stream: streamName(complaint?.stream ?? null),
  href: complaint === null ? null : `${complaintHref(complaint.id)}/access`,
});

/** A restriction as pages show it. */
export const restrictionView = (restriction: RestrictionLineFragment) => ({
  ...caseWords(restriction.complaint),
  ...{ id: restriction.id, version: restriction.version, reason: restriction.reason },
  kind: KIND_WORDS[restriction.kind],
  named: restriction.named.join(', '),
  by: `${restriction.restrictedBy}, ${momentWords(restriction.restrictedAt)}`,
});

/** A conflict of interest as pages show it. */
export const conflictView = (conflict: ConflictLineFragment) => ({
  ...caseWords(conflict.complaint),
  ...{ id: conflict.id, subject: conflict.subject, reason: conflict.reason },
  kind: conflict.kind === 'COMPLAINED_ABOUT' ? 'The complaint is about them' : 'Recorded',
  by: `${conflict.recordedBy}, ${momentWords(conflict.recordedAt)}`,
});

/** An opening as pages show it. */
export const openingView = (opening: OpeningLineFragment) => ({
  ...caseWords(opening.complaint),
  ...{ id: opening.id, openedBy: opening.openedBy, reason: opening.reason },
  at: momentWords(opening.openedAt),
  state: opening.isOpen ? `Open until ${momentWords(opening.expiresAt)}` : 'Over',
  acknowledgedBy: opening.acknowledgedBy,
});
