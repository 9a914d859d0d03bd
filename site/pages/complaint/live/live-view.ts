import { WAITS_FOR_WORDS } from '../../../../domain/procedure/words';
import type { CaseOnPagePartsFragment } from '../../../operations/__generated__/operations';
import type { NameOf } from '../../../server/person-names';
import { commandHref } from '../../casework/commands/paths';
import { eventTitle } from '../../casework/commands/why-not';
import { documentsHref } from '../../casework/documents/documents-view';
import { lawWords } from '../../casework/law-words';
import { holderWords, urgencyWords } from '../../casework/standing-words';
import { complaintHref } from '../../complaints/rows';

export type LiveShown = NonNullable<CaseOnPagePartsFragment['casework']>;

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
    .filter(({ isOpenToCaller }) => isOpenToCaller)
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
  const { nextLimit, nextDueOn: dueOn, workingDaysLeft } = live;
  const next = nextLimit === null ? null : (titles.get(nextLimit) ?? nextLimit);
  const urgency = dueOn === null ? null : urgencyWords({ workingDaysLeft, dueOn });
  return {
    state: live.stateTitle,
    waitsFor: WAITS_FOR_WORDS[live.waitsFor],
    holder: holderWords(live, nameOf),
    next: next === null || urgency === null ? null : { ...urgency, words: `${next}: ${urgency.words}` },
    linked: (live.linkedTo ?? []).map(linkTo),
    merged: live.mergedInto && linkTo(live.mergedInto),
  };
}

const linkTo = ({ id, reference }: { readonly id: string; readonly reference: string | null }) => ({
  href: complaintHref(id),
  reference: reference ?? 'without a reference',
});
