import { dayWords } from '../../../../domain/figures/days';
import { durationWords } from '../../../../domain/figures/numbers';
import { WAITS_FOR_WORDS } from '../../../../domain/procedure/words';
import type {
  CaseOnPagePartsFragment,
  CaseStandsFragment,
} from '../../../operations/__generated__/operations';
import type { NameOf } from '../../../server/person-names';
import { commandHref } from '../../casework/commands/paths';
import { eventTitle } from '../../casework/commands/why-not';
import { documentsHref } from '../../casework/documents/documents-view';
import { lawWords } from '../../casework/law-words';
import { complaintHref } from '../../complaints/rows';

export type LiveShown = NonNullable<CaseOnPagePartsFragment['casework']>;

/** How urgent the next limit is: "3 working days over", "due today", "due in 2 working days (4 May 2026)". */
function urgencyWords({
  nextDueOn,
  workingDaysLeft: left,
}: Pick<CaseStandsFragment, 'nextDueOn' | 'workingDaysLeft'>): string | null {
  if (nextDueOn === null) return null;
  const day = dayWords(nextDueOn);
  if (left === null) return `due ${day}`;
  if (left === 0) return `due today (${day})`;
  return left < 0 ? `${durationWords(-left)} over (${day})` : `due in ${durationWords(left)} (${day})`;
}

/** What most often comes next, in the order in which it is offered. */
const PRIMARY = 3;
/** What is always possible, and never the next step. */
const ASIDE = [
  'NOTE',
  'ATTACH',
  'LINK',
  'MERGE',
  'CHANGE_PARTY',
  'CORRECT_DATE',
  'WITHDRAW',
  'REFUSE',
  'ASSIGN',
  'HAND_BACK',
  'EXTEND',
];

/** What may be done to a complaint: the next steps, and the rest. */
export function actionsOf(complaint: { readonly id: string; readonly stream: string }, live: LiveShown) {
  const open = live.permitted
    .filter(({ event, isOpenToCaller }) => isOpenToCaller && event !== 'SEND_LETTER')
    .map(({ event, mutation, source }) => ({
      event,
      title: eventTitle(event),
      // Documents come by a page of their own, which lists them.
      href: event === 'ATTACH' ? documentsHref(complaint.id) : commandHref(complaint, mutation),
      law: source && lawWords(source),
    }));
  const next = open.filter(({ event }) => !ASIDE.includes(event) || (event === 'ASSIGN' && !live.assignedTo));
  const primary = next.slice(0, PRIMARY);
  return { primary, others: open.filter((action) => !primary.includes(action)) };
}

/** Who has it, for whom it waits, and what is due next. */
export function standingOf(live: LiveShown, titles: ReadonlyMap<string, string>, nameOf: NameOf) {
  const { nextLimit } = live;
  const next = nextLimit === null ? null : (titles.get(nextLimit) ?? nextLimit);
  const urgency = urgencyWords(live);
  return {
    state: live.stateTitle,
    waitsFor: WAITS_FOR_WORDS[live.waitsFor],
    holder: holderWords(live, nameOf),
    next: next === null || urgency === null ? null : `${next}: ${urgency}`,
    isOver: live.workingDaysLeft !== null && live.workingDaysLeft < 0,
    linked: (live.linkedTo ?? []).map(linkTo),
    merged: live.mergedInto && linkTo(live.mergedInto),
  };
}

function holderWords({ assignedTo, assignedGroup, isAccepted, absence }: LiveShown, nameOf: NameOf): string {
  if (assignedTo === null) return assignedGroup === null ? 'Nobody yet' : 'A group';
  const away =
    absence === null
      ? ''
      : `, away until ${dayWords(absence.to)}${absence.standsIn === null ? '' : `: ${nameOf(absence.standsIn)} stands in`}`;
  return `${nameOf(assignedTo)}${isAccepted ? '' : ', who has not taken it yet'}${away}`;
}

const linkTo = ({ id, reference }: { readonly id: string; readonly reference: string | null }) => ({
  href: complaintHref(id),
  reference: reference ?? 'without a reference',
});
