import type { DeadlineStep } from './deadline';
import { type LimitAsked, limitDay, momentOn, startingLimit, startOf } from './limit-day';
import { HAPPENED } from './words';

/** A step of an explanation about no days that were left out. */
export const step = (
  kind: DeadlineStep['kind'],
  on: DeadlineStep['on'],
  text: string,
  source: DeadlineStep['source'] = null,
): DeadlineStep => ({ ...{ kind, on, text, source }, days: [] });

/** What the clock of a limit starts with, and why with that. */
export function startStep(ask: LimitAsked): DeadlineStep {
  const { starts } = ask.limit;
  const { on } = startOf(ask);
  const happened = momentOn(ask.stage, starts.with);
  const said = HAPPENED[starts.with];
  if (on === null) return step('STARTS', null, `The clock starts when it ${said}, which is not recorded.`);
  if (happened === on) return step('STARTS', on, `It ${said} on ${on}: the clock starts with that day.`);
  const limit = startingLimit(ask);
  if (limit === null) return elseStep(ask, on);
  const last = `the last day for that, ${on}`;
  const text =
    happened === null
      ? `It is not recorded that it ${said}: the clock starts with ${last}.`
      : `It ${said} on ${happened}, late, which buys no time: the clock starts with ${last}.`;
  const extended = limitDay({ ...ask, limit }).originalDueOn === on ? '' : ' That day was moved itself.';
  return step('STARTS', on, text + extended, limit.source);
}

function elseStep({ limit: { starts } }: LimitAsked, on: DeadlineStep['on']): DeadlineStep {
  const other = HAPPENED[starts.orElse ?? starts.with];
  return step(
    'STARTS',
    on,
    `It is not recorded that it ${HAPPENED[starts.with]}: the clock starts with the day on which it ${other}, ${on}.`,
  );
}
