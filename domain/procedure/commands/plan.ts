import { limitDay } from '../../clocks/limit-day';
import type { CommandRefusal } from '../command';
import type { LimitRule } from '../stage-version';
import { refuseDay } from './days';
import { type QuestionOf, refusal } from './question';

/**
 * The day of the answer that a plan agrees: not before the plan, and within every limit of the answer that no plan takes the
 * place of. A later day can be had where such a limit was extended first, by an agreement from before it ran out.
 */
export function refusePlan(question: QuestionOf<'agreePlan'>): CommandRefusal | null {
  const { command, stage, rule } = question;
  const { on, answerBy } = command;
  const asked = { day: answerBy, part: 'answerBy', source: rule.source, mayBeAhead: true };
  const refused = refuseDay({ ...asked, after: [{ what: 'the plan was agreed', on }] }, question);
  if (refused !== null) return refused;
  if (stage.planAgreedOn !== null && stage.plannedFor === answerBy)
    return refusal('NOTHING_CHANGES', `The plan is for ${answerBy} already.`, { part: 'answerBy' });
  return first(backstopsOf(question).map((limit) => refusePast(limit, question)));
}

const first = (refusals: readonly (CommandRefusal | null)[]): CommandRefusal | null =>
  refusals.find((one) => one !== null) ?? null;

/** Limits of what the plan is about that hold whatever it says. */
function backstopsOf({ version: { limits } }: QuestionOf<'agreePlan'>): readonly LimitRule[] {
  const planned = limits.filter(({ isPlanned }) => isPlanned === true).map(({ metBy }) => metBy);
  return limits.filter(({ isPlanned, metBy }) => isPlanned !== true && planned.includes(metBy));
}

function refusePast(limit: LimitRule, question: QuestionOf<'agreePlan'>): CommandRefusal | null {
  const { command, stage, version, calendars } = question;
  const { dueOn, originalDueOn } = limitDay({ limit, stage, version, calendars });
  if (dueOn === null || command.answerBy <= dueOn) return null;
  const way =
    limit.extension !== null && originalDueOn !== null
      ? `Agree an earlier day, or extend ${limit.name} first, by an agreement of ${originalDueOn} at the latest.`
      : 'Agree an earlier day.';
  const message = `${command.answerBy} is past ${dueOn}, the last day for “${limit.title}”. ${way}`;
  return refusal('PLAN_TOO_LATE', message, { source: limit.source, part: 'answerBy' });
}
