import { isDay } from '../calendar/day';
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
  if (rule.source.trim() === '') problems.push('it names no source');
  if (rule.answerWithin.from === 'acknowledged' && rule.acknowledgeWithin === null)
    problems.push('its answer runs from acknowledgement, but it has no limit to acknowledge');
  if (rule.stage === 1 && rule.reachedOnlyByEscalation)
    problems.push('nothing comes before stage 1, so it cannot be reached by escalation');
  return problems.map((problem) => `stage ${rule.stage} from ${rule.inForceFrom}: ${problem}`);
}

function checkStageNumbers(rules: readonly StageRule[]): string[] {
  if (rules.length === 0) return ['it has no stages'];
  const problems: string[] = [];
  let before = 0;
  for (const stage of [...new Set(rules.map((rule) => rule.stage))].sort((a, b) => a - b)) {
    if (!Number.isInteger(stage) || stage < 1) {
      problems.push(`stage ${stage} is no stage: they are whole numbers from 1`);
      continue;
    }
    if (stage > before + 1) problems.push(`stage ${before + 1} is missing, though stage ${stage} is there`);
    before = stage;
  }
  return problems;
}

function checkOrder(rules: readonly StageRule[]): string[] {
  const problems: string[] = [];
  for (const [index, rule] of rules.entries()) {
    const next = rules[index + 1];
    if (next === undefined) continue;
    const name = `stage ${next.stage} from ${next.inForceFrom}`;
    if (next.stage < rule.stage) problems.push(`${name}: stages must stand in order`);
    if (next.stage !== rule.stage) continue;
    if (next.inForceFrom < rule.inForceFrom)
      problems.push(`${name}: versions must stand in order of their dates`);
  }
  return problems;
}

function checkUniqueDates(rules: readonly StageRule[]): string[] {
  const names = rules.map((rule) => `stage ${rule.stage} from ${rule.inForceFrom}`);
  const repeated = names.filter((name, index) => names.indexOf(name) < index);
  return [...new Set(repeated)].map((name) => `${name}: two versions come into force on one day`);
}

/**
 * Everything that is wrong with a procedure, a sentence each, all at once; empty where it is sound. `stageRule` relies
 * on what is checked here: stages from 1 without a gap, versions in order, one for each day, positive limits, a source.
 */
export function checkProcedure(procedure: Procedure): string[] {
  const { rules, stream } = procedure;
  return [
    ...checkStageNumbers(rules),
    ...checkOrder(rules),
    ...checkUniqueDates(rules),
    ...rules.flatMap(checkRule),
  ].map((problem) => `${stream}: ${problem}.`);
}
