import { daysBetween, toDay } from '../../../domain/calendar/day';
import { dayWords } from '../../../domain/figures/days';
import { countedWords } from '../../../domain/figures/numbers';

/** What tells how a stage stands. Days are ISO. */
export interface StageDays {
  readonly dueOn: string | null;
  readonly answeredOn: string | null;
  /** As the stream says; null while it is not answered. */
  readonly inTime: boolean | null;
  /** Whether it still waits for its answer. */
  readonly isOpen: boolean;
}

/** How a stage stands in words, and whether that is good. */
export interface StageState {
  readonly words: string;
  readonly kind: 'good' | 'bad' | 'plain';
}

const days = (from: string, to: string): string =>
  countedWords({ count: daysBetween({ from: toDay(from), to: toDay(to) }), one: 'day', many: 'days' });

/** How a stage stands on `asAt`: "in time", "answered 3 days late", "overdue by 12 days", "due in 5 days". */
export function stageState(
  { dueOn, answeredOn, inTime, isOpen }: StageDays,
  asAt: string | null,
): StageState {
  if (answeredOn !== null) return answeredState({ dueOn, answeredOn, inTime });
  if (!isOpen) return { words: 'ended without an answer', kind: 'plain' };
  if (dueOn === null) return { words: 'open, no due date', kind: 'plain' };
  if (asAt === null) return { words: `open, due ${dayWords(dueOn)}`, kind: 'plain' };
  if (dueOn < asAt) return { words: `overdue by ${days(dueOn, asAt)}`, kind: 'bad' };
  return { words: dueOn === asAt ? 'due that day' : `due in ${days(asAt, dueOn)}`, kind: 'plain' };
}

function answeredState({
  dueOn,
  answeredOn,
  inTime,
}: {
  dueOn: string | null;
  answeredOn: string;
  inTime: boolean | null;
}): StageState {
  if (inTime === null) return { words: 'answered', kind: 'plain' };
  if (inTime) return { words: 'in time', kind: 'good' };
  const isLater = dueOn !== null && dueOn < answeredOn;
  return { words: isLater ? `answered ${days(dueOn, answeredOn)} late` : 'answered late', kind: 'bad' };
}
