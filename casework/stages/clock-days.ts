import { toDay } from '../../domain/calendar/day';
import { type Calendar, workingDaysBetween } from '../../domain/calendar/working-days';
import { acknowledgeDueDay } from '../../domain/clocks/due';
import { stageRule } from '../../domain/procedure/procedure';
import type { StreamDefinition } from '../stream/definition';
import type { StageRow } from '../tables/case-tables';

/** A stream by what dates its stages. */
export type Dated = Pick<StreamDefinition, 'name' | 'procedure' | 'calendar'>;

/**
 * The last day on which a stage's acknowledgement is in time, by the rule in force on the day that it was received. Null
 * where nothing sets a limit, or the calendar does not reach it.
 */
export function acknowledgeBy(
  { number: stage, received_on }: Pick<StageRow, 'number' | 'received_on'>,
  { procedure, calendar }: Pick<Dated, 'procedure' | 'calendar'>,
): string | null {
  const receivedOn = toDay(received_on);
  const rule = stageRule({ procedure, stage, receivedOn });
  return rule === null ? null : acknowledgeDueDay({ rule, receivedOn, calendar });
}

/** Working days from the day of receipt (0) to the day of the answer; null without an answer, and outside the calendar. */
export function daysToAnswer(
  { received_on, answered_on }: Pick<StageRow, 'received_on' | 'answered_on'>,
  calendar: Calendar,
): number | null {
  if (answered_on === null) return null;
  return workingDaysBetween({ from: toDay(received_on), to: toDay(answered_on), calendar });
}
