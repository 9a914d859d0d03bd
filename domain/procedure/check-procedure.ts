import { isDay } from '../calendar/day';
import { checkOrder } from './checks/check-order';
import { isBlank, versionName } from './checks/words';
import type { AnswerLimit, Limit, Procedure, StageRule } from './procedure';

function checkLimit(name: string, limit: Limit | AnswerLimit | null): string[] {
  if (limit === null) return [];
  const [count, unit] =
    'months' in limit ? [limit.months, 'calendar months'] : [limit.workingDays, 'working days'];
  if (Number.isInteger(count) && count > 0) return [];
  return [`${name} must be a whole number of ${unit} above 0, not ${count}`];
}

function checkRule(rule: StageRule): string[] {
  const problems = [
    ...checkLimit('the limit to acknowledge', rule.acknowledgeWithin),
    ...checkLimit('the limit to answer', rule.answerWithin),
    ...checkLimit('the extension', rule.extendBy),
  ];
  if (!isDay(rule.inForceFrom)) problems.push('the date it is in force from is not a day of the calendar');
  if (isBlank(rule.source)) problems.push('it names no source');
  if (rule.answerWithin.from === 'acknowledged' && rule.acknowledgeWithin === null)
    problems.push('its answer runs from acknowledgement, but it has no limit to acknowledge');
  if (rule.stage === 1 && rule.reachedOnlyByEscalation)
    problems.push('nothing comes before stage 1, so it cannot be reached by escalation');
  return problems.map((problem) => `${versionName(rule)}: ${problem}`);
}

/**
 * Everything that is wrong with a procedure, a sentence each, all at once; empty where it is sound. `stageRule` relies
 * on what is checked here: stages from 1 without a gap, versions in order, one for each day, positive limits, a source.
 */
export function checkProcedure(procedure: Procedure): string[] {
  const { rules, stream } = procedure;
  if (rules.length === 0) return [`${stream}: it has no stages.`];
  return [...checkOrder(rules), ...rules.flatMap(checkRule)].map((problem) => `${stream}: ${problem}.`);
}
