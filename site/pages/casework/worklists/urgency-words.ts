import { dayWords } from '../../../../domain/figures/days';
import { durationWords } from '../../../../domain/figures/numbers';
import type { WorklistPageFragment } from '../../../operations/__generated__/operations';
import type { StageState } from '../../complaints/stage-state';

type Edge = WorklistPageFragment['edges'][number];

/** How urgent work is, in words: "3 working days over", "due today", "due in 2 working days". */
export function urgencyWords({
  urgency,
  workingDaysLeft: left,
}: Pick<Edge, 'urgency' | 'workingDaysLeft'>): StageState {
  switch (urgency) {
    case 'OVERDUE':
      return {
        words: left === null || left === 0 ? 'its day is over' : `${durationWords(-left)} over`,
        kind: 'bad',
      };
    case 'DUE_TODAY':
      return { words: 'due today', kind: 'bad' };
    case 'DUE_SOON':
    case 'LATER':
      return { words: left === null ? 'due later' : dueIn(left), kind: 'plain' };
    case 'WAITING':
      return { words: 'waits, without a day', kind: 'plain' };
    case 'NO_DAY':
      return { words: 'no day', kind: 'plain' };
  }
}

/** From a weekend, the next working day may be none away. */
const dueIn = (left: number): string =>
  left === 0 ? 'due before the next working day is over' : `due in ${durationWords(left)}`;

/** The limit that is due next, by its name in the schema, with its day: "Answer by 4 May 2026". */
export function nextWords(limit: string | null, dueOn: string | null): string {
  if (limit === null) return 'Nothing has a day';
  const words = limit.toLowerCase().replaceAll('_', ' ');
  const name = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return dueOn === null ? name : `${name} by ${dayWords(dueOn)}`;
}
