import { dayWords } from '../../../domain/figures/days';
import { durationWords } from '../../../domain/figures/numbers';
import type { ProceduresQuery } from '../../operations/__generated__/operations';

type Stages = NonNullable<ProceduresQuery['procedures']>[number]['stages'];
export type Rule = Stages[number]['rules'][number];

const NONE_SET = 'no day is set';

/** What a rule says, in the words of a table. */
export function ruleWords(rule: Rule) {
  return {
    acknowledge:
      rule.acknowledgeWithinWorkingDays === null
        ? NONE_SET
        : `within ${durationWords(rule.acknowledgeWithinWorkingDays)} of receipt`,
    answer: answerWords(rule),
    longer:
      rule.extendByWorkingDays === null
        ? 'the rule gives no number'
        : `up to ${durationWords(rule.extendByWorkingDays)} more`,
    source: rule.source,
    holds: holdsWords(rule),
  };
}

/** What starts the clock of the answer. */
export const countedFromWords = ({ answerCountedFrom }: Rule): string =>
  answerCountedFrom === 'ACKNOWLEDGED' ? 'the acknowledgement' : 'receipt';

function answerWords(rule: Rule): string {
  const { answerWithinWorkingDays: days, answerWithinMonths: months } = rule;
  const within = days !== null ? durationWords(days) : months !== null ? monthsWords(months) : null;
  return within === null ? NONE_SET : `within ${within} of ${countedFromWords(rule)}`;
}

const monthsWords = (months: number): string => `${months} ${months === 1 ? 'month' : 'months'}`;

/** For what was received from when to when. */
function holdsWords({ inForceFrom, inForceTo }: Rule): string {
  const from = isAlways(inForceFrom) ? null : dayWords(inForceFrom);
  if (inForceTo === null) return from === null ? 'whatever was received' : `received from ${from}`;
  return from === null
    ? `received until ${dayWords(inForceTo)}`
    : `received from ${from} to ${dayWords(inForceTo)}`;
}

/** Before the oldest records: a rule of which nobody says when it began. */
const OLDEST = '2000-01-01';
const isAlways = (day: string): boolean => day <= OLDEST;
