import { dayWords } from '../../../domain/figures/days';
import type { Reach } from '../reach';

/** How soon a page without its figures looks whether they can be had again. */
const LOOK_AGAIN_SECONDS = 20;

/** What a page shows whose figures cannot be had. */
export interface LostView {
  readonly isLost: boolean;
  /** Null where the page need not be asked for again. */
  readonly refreshSeconds: number | null;
}

/** Whether the figures of a page cannot be had. An open page then looks for them by itself. */
export const lostView = ({ isLost }: Pick<Reach, 'isLost'>): LostView => ({
  isLost,
  refreshSeconds: isLost ? LOOK_AGAIN_SECONDS : null,
});

/**
 * The status of a page: where what it is for cannot be had at all it is a page all the same, but none that a script or a
 * watch over the service may take for one with figures.
 */
export const statusOf = ({ isLost }: Pick<Reach, 'isLost'>): 200 | 503 => (isLost ? 503 : 200);

/** How far the records reached when that was last told. */
export function lostWords({ asAt, sources }: Pick<Reach, 'asAt' | 'sources'>): string {
  const lost = 'How far the records reach cannot be told right now';
  return sources.length === 0
    ? `${lost}.`
    : `${lost}; when it was last told, figures stood as at ${dayWords(asAt)}.`;
}
