import { daysBetween, toDay } from '../../../domain/calendar/day';
import { dayWords } from '../../../domain/figures/days';
import { ombudsmanName, streamName } from '../../../domain/figures/names';
import { countedWords } from '../../../domain/figures/numbers';
import type { CasePartsFragment } from '../../operations/__generated__/operations';
import { caseHref } from '../complaints/rows';
import type { StageState } from '../complaints/stage-state';

/** A case of an ombudsman, in words. */
export interface CaseWords {
  readonly href: string;
  readonly reference: string;
  readonly body: string;
  /** The same where there is little room. */
  readonly shortBody: string;
  readonly about: string;
  /** "Enquiry received 3 April 2019; reply due 3 May 2019, sent 26 April 2019". */
  readonly enquiry: string;
  readonly reply: StageState;
  readonly decision: string;
  readonly remedies: readonly RemedyWords[];
}

/** What the council was to do, and whether it did. */
export interface RemedyWords {
  readonly text: string;
  readonly state: StageState;
}

/** A case in words; what is late is told as at `asAt`, the newest day that the register reaches. */
export function caseWords(parts: CasePartsFragment, asAt: string | null): CaseWords {
  return {
    href: caseHref(parts.id),
    reference: parts.reference,
    body: ombudsmanName(parts.body),
    shortBody: parts.body === 'LGSCO' ? 'LGSCO' : ombudsmanName(parts.body),
    about: aboutWords(parts),
    enquiry: enquiryWords(parts),
    reply: replyState(parts, asAt),
    decision: decisionWords(parts),
    remedies: (parts.remedies ?? []).map((remedy) => remedyWords(remedy, asAt)),
  };
}

function aboutWords({ stream, partner }: CasePartsFragment): string {
  if (stream !== null) return streamName(stream);
  return partner === null ? 'not recorded' : partnerName(partner);
}

/** A partner's id as a name: `stockport-homes` is "Stockport Homes". */
const partnerName = (id: string): string =>
  id
    .split('-')
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join(' ');

function enquiryWords({ receivedOn, replyDueOn, replySentOn }: CasePartsFragment): string {
  const due = replyDueOn === null ? 'no day set for the reply' : `reply due ${dayWords(replyDueOn)}`;
  const sent = replySentOn === null ? 'not sent' : `sent ${dayWords(replySentOn)}`;
  const received = receivedOn === null ? 'on a day not recorded' : dayWords(receivedOn);
  return `Enquiry received ${received}; ${due}, ${sent}`;
}

const isDecided = ({ decidedOn, decision }: CasePartsFragment): boolean =>
  decidedOn !== null || decision !== null;

/** How the reply stands: "in time", "3 days late", "overdue by 12 days", "awaiting a reply". */
function replyState(parts: CasePartsFragment, asAt: string | null): StageState {
  const { replyDueOn, replySentOn, repliedInTime } = parts;
  if (replySentOn !== null) {
    if (repliedInTime === null) return { words: 'sent', kind: 'plain' };
    if (repliedInTime) return { words: 'in time', kind: 'good' };
    return { words: replyDueOn === null ? 'late' : `${days(replyDueOn, replySentOn)} late`, kind: 'bad' };
  }
  if (isDecided(parts)) return { words: 'decided without a reply', kind: 'plain' };
  if (replyDueOn !== null && asAt !== null && replyDueOn < asAt)
    return { words: `overdue by ${days(replyDueOn, asAt)}`, kind: 'bad' };
  return { words: 'awaiting a reply', kind: 'plain' };
}

function decisionWords(parts: CasePartsFragment): string {
  if (!isDecided(parts)) return 'Not decided';
  const { decidedOn, decision } = parts;
  return `Decided ${decidedOn === null ? 'on a day not recorded' : dayWords(decidedOn)}: ${decision ?? 'not recorded'}`;
}

/** A remedy in words: done and when, or how it stands on `asAt`. */
function remedyWords(
  { text, dueOn, doneOn }: { text: string | null; dueOn: string | null; doneOn: string | null },
  asAt: string | null,
): RemedyWords {
  const due = dueOn === null ? '' : `, due ${dayWords(dueOn)}`;
  return {
    text: `${text ?? 'Something that was not written down'}${due}`,
    state: remedyState({ dueOn, doneOn, asAt }),
  };
}

function remedyState({
  dueOn,
  doneOn,
  asAt,
}: {
  dueOn: string | null;
  doneOn: string | null;
  asAt: string | null;
}): StageState {
  if (doneOn !== null) {
    if (dueOn !== null && doneOn > dueOn)
      return { words: `done ${dayWords(doneOn)}, ${days(dueOn, doneOn)} late`, kind: 'bad' };
    return { words: `done ${dayWords(doneOn)}`, kind: 'good' };
  }
  if (dueOn !== null && asAt !== null && dueOn < asAt)
    return { words: `not done, overdue by ${days(dueOn, asAt)}`, kind: 'bad' };
  return { words: 'not done yet', kind: 'plain' };
}

const days = (from: string, to: string): string =>
  countedWords({ count: daysBetween({ from: toDay(from), to: toDay(to) }), one: 'day', many: 'days' });
