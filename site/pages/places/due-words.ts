import { dayWords } from '../../../domain/figures/days';
import type { DueIfReceivedQuery, DuePartsFragment } from '../../operations/__generated__/operations';

/** By when a complaint that came in today has to be answered, in words. */
export interface DueWords {
  readonly says: readonly string[];
  readonly rule: string;
}

/** What a stream's procedure asks of what comes in today; null where it could not be had. */
export function dueWords(answer: DueIfReceivedQuery | null): DueWords | null {
  const due = answer?.corporate ?? answer?.adults ?? answer?.childrens ?? answer?.schools ?? null;
  if (due === null) return null;
  return {
    says: [acknowledged(due), answered(due), extended(due)].flatMap((each) => each ?? []),
    rule: ruleOf(due),
  };
}

function acknowledged({ receivedOn, acknowledgement }: DuePartsFragment): string | null {
  if (acknowledgement?.dueOn == null) return null;
  return `If we received a complaint today, ${dayWords(receivedOn)}, it would have to be acknowledged by ${dayWords(acknowledgement.dueOn)}.`;
}

function answered({ receivedOn, answer }: DuePartsFragment): string {
  if (answer.dueOn === null) return `By when it would have to be answered cannot be told: ${answer.why}`;
  return `If we received a complaint today, ${dayWords(receivedOn)}, it would be due on ${dayWords(answer.dueOn)}: ${lowerFirst(answer.why)}`;
}

const extended = ({ extendableTo }: DuePartsFragment): string | null =>
  extendableTo === null ? null : `It could be extended to ${dayWords(extendableTo)} at the latest.`;

const ruleOf = ({ rule }: DuePartsFragment): string =>
  `${rule.source}; in force since ${dayWords(rule.inForceFrom)}.`;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
