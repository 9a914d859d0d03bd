import { WAITS_FOR_WORDS } from '../../../../domain/procedure/words';
import type { CaseEvent, CaseOnPagePartsFragment } from '../../../operations/__generated__/operations';
import type { NameOf } from '../../../server/person-names';
import { CASE_FORMS } from '../../casework/commands/forms/case-forms';
import { commandHref } from '../../casework/commands/paths';
import { eventTitle } from '../../casework/commands/why-not';
import { documentsHref } from '../../casework/documents/documents-view';
import { lawWords } from '../../casework/law-words';
import { lettersHref } from '../../casework/letters/letter-words';
import { holderWords, urgencyWords } from '../../casework/standing-words';
import { complaintHref } from '../../complaints/rows';
import { nextSteps } from './next-steps';

export type LiveShown = NonNullable<CaseOnPagePartsFragment['casework']>;

/** How many of the next steps stand before the rest. */
const PRIMARY = 3;

/** What may be done to a complaint: the next steps for whoever looks at it, and the rest. */
export function actionsOf(
  complaint: { readonly id: string; readonly stream: string },
  live: LiveShown,
  subject: string,
) {
  const open = live.permitted
    .filter(({ isOpenToCaller }) => isOpenToCaller)
    .map(({ event, mutation, source }) => ({
      event,
      title: eventTitle(event),
      href: ownPageOf(event, complaint.id) ?? commandHref(complaint, mutation),
      law: source && lawWords(source),
      isAtOnce: AT_ONCE.includes(event),
    }));
  const primary = nextSteps(live, subject)
    .flatMap((step) => open.find(({ event }) => event === step) ?? [])
    .slice(0, PRIMARY);
  return { primary, others: open.filter((action) => !primary.includes(action)) };
}

/** Documents and letters have pages of their own, which list them. */
function ownPageOf(event: CaseEvent, complaint: string): string | null {
  if (event === 'ATTACH') return documentsHref(complaint);
  return event === 'SEND_LETTER' ? lettersHref(complaint) : null;
}

/** What asks for nothing besides: it is done where it stands, without a form of its own. */
const AT_ONCE: readonly CaseEvent[] = Object.values(CASE_FORMS)
  .filter(({ fields }) => Object.keys(fields).length === 0)
  .map(({ event }) => event);

/** Who has it, for whom it waits, and what is due next. `groups` are those whose names are known. */
export function standingOf(
  live: LiveShown,
  titles: ReadonlyMap<string, string>,
  nameOf: NameOf,
  groups?: ReadonlyMap<string, string>,
) {
  const { nextLimit, nextDueOn: dueOn, workingDaysLeft } = live;
  const next = nextLimit === null ? null : (titles.get(nextLimit) ?? nextLimit);
  const urgency = dueOn === null ? null : urgencyWords({ workingDaysLeft, dueOn });
  return {
    state: live.stateTitle,
    waitsFor: WAITS_FOR_WORDS[live.waitsFor],
    holder: holderWords(live, nameOf, groups),
    next: next === null || urgency === null ? null : { ...urgency, words: `${next}: ${urgency.words}` },
    linked: (live.linkedTo ?? []).map(linkTo),
    merged: live.mergedInto && linkTo(live.mergedInto),
  };
}

const linkTo = ({ id, reference }: { readonly id: string; readonly reference: string | null }) => ({
  href: complaintHref(id),
  reference: reference ?? 'without a reference',
});
