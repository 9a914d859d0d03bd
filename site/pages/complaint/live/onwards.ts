import { dayWords } from '../../../../domain/figures/days';
import type { ClockShownFragment } from '../../../operations/__generated__/operations';
import type { LiveShown } from './live-view';

/**
 * Where a complainant who was answered may go, by the procedure's words: "stage 2, asked for by 4 May 2026", "the Local
 * Government and Social Care Ombudsman". Null where there is no answer to be unhappy with.
 */
export function onwardsOf(
  { state, stage }: Pick<LiveShown, 'state' | 'stage'>,
  limits: readonly Pick<ClockShownFragment, 'name' | 'stage' | 'dueOn'>[],
  next: readonly string[],
): string | null {
  if (state !== ANSWERED || next.length === 0) return null;
  const asked = limits.find((limit) => limit.stage === stage && limit.name === 'NEXT_STAGE')?.dueOn ?? null;
  const ways = next.join(', or ');
  return asked === null ? ways : `${ways}, asked for by ${dayWords(asked)}`;
}

/** The state of every stage that was answered, by its name in each procedure. */
const ANSWERED = 'ANSWERED';
