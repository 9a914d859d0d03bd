import { dayWords, shortDayWords } from '../../../domain/figures/days';
import { stageName } from '../../../domain/figures/names';
import type { MeasuredPage } from '../complaints/measured';
import type { StageState } from '../complaints/stage-state';

/** The oldest of what waits, and how many there are. */
export interface Waiting {
  readonly total: number | null;
  readonly asAt: string;
  readonly rows: readonly WaitingRow[];
}

export interface WaitingRow {
  readonly href: string | null;
  readonly reference: string;
  readonly stage: string;
  readonly service: string;
  readonly receivedOn: string;
  readonly dueOn: string;
  /** How it stands, such as "overdue by 12 days"; null where nobody can say. */
  readonly state: StageState | null;
}

/** One list of what waits; null where it could not be had. */
export function waitingOf(page: Pick<MeasuredPage, 'counted' | 'rows'> | null): Waiting | null {
  if (page === null) return null;
  return {
    total: page.counted.totalCount,
    asAt: dayWords(page.counted.asAt),
    rows: page.rows.map(({ href, reference, stage, service, on, dueOn, state }) => ({
      ...{ href, reference, service, state },
      stage: stageName(stage),
      receivedOn: shortDayWords(on),
      dueOn: shortDayWords(dueOn),
    })),
  };
}
