import { type Day, isDay, londonDayOf } from '../../domain/calendar/day';
import { type DueIfReceived, dueIfReceived } from '../../domain/clocks/due-if-received';
import type { Procedure, StageRule } from '../../domain/procedure/procedure';
import { badUserInput } from '../../platform/server/errors';
import { readDay } from '../../platform/server/read-day';
import { enumName } from '../stream/definition';
import type { StreamContext } from './loaders';

/** The argument of the field, the days as anything that the scalar lets through. */
interface DueArguments {
  readonly stage: number;
  readonly on?: unknown;
  readonly acknowledgedOn?: unknown;
}

/** What the field answers. */
export type AnsweredDue = Awaited<ReturnType<typeof dueIfReceivedField>>;

/**
 * When a stage of the stream would be due, by the stream's own rules and calendar. Throws BAD_USER_INPUT where the
 * procedure has no such stage, or had none on that day, and for a day that is none.
 */
export async function dueIfReceivedField(
  _parent: object,
  { stage, on, acknowledgedOn }: DueArguments,
  { stream: { name, procedure }, calendar, clock }: Pick<StreamContext, 'stream' | 'calendar' | 'clock'>,
) {
  const receivedOn = readDay('on', on, isDay) ?? londonDayOf(clock.now());
  const days = { receivedOn, acknowledgedOn: readDay('acknowledgedOn', acknowledgedOn, isDay) };
  if (days.acknowledgedOn !== null && days.acknowledgedOn < receivedOn)
    throw badUserInput('`acknowledgedOn` is before the day of receipt: give that day or a later one.');
  const due = dueIfReceived({ procedure, calendar: await calendar(), stage, ...days });
  if (due === null) throw noRule(procedure, { stage, receivedOn });
  const { rule, acknowledgement, answer, extendableTo } = due;
  const stream = enumName(name);
  return { stream, stage, receivedOn, rule: ruleFields(rule, due), acknowledgement, answer, extendableTo };
}

function noRule({ rules }: Procedure, { stage, receivedOn }: { stage: number; receivedOn: Day }): Error {
  const versions = rules.filter((rule) => rule.stage === stage);
  if (versions[0] !== undefined)
    return badUserInput(
      `\`on\` is ${receivedOn}: the rules of stage ${stage} begin on ${versions[0].inForceFrom}.`,
    );
  const stages = [...new Set(rules.map((rule) => rule.stage))].join(', ');
  return badUserInput(`\`stage\` is ${stage}, which this procedure does not have: its stages are ${stages}.`);
}

function ruleFields(rule: StageRule, { inForceTo }: DueIfReceived) {
  const { acknowledgeWithin, answerWithin, extendBy } = rule;
  return {
    source: rule.source,
    inForceFrom: rule.inForceFrom,
    inForceTo,
    acknowledgeWithinWorkingDays: acknowledgeWithin?.workingDays ?? null,
    answerWithinWorkingDays: 'months' in answerWithin ? null : answerWithin.workingDays,
    answerWithinMonths: 'months' in answerWithin ? answerWithin.months : null,
    answerCountedFrom: answerWithin.from === 'received' ? ('RECEIVED' as const) : ('ACKNOWLEDGED' as const),
    extendByWorkingDays: extendBy?.workingDays ?? null,
  };
}
