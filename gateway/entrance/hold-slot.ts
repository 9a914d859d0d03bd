import type { Caller } from '../graph/caller';

/** Releases a slot when the answer is over, or needs it no more, and everything that was counted as the caller's has settled. */
export function createHold(release: () => void): Required<Pick<Caller, 'freeSlot' | 'holdSlot'>> {
  let pending = 1;
  let isFreed = false;
  const settle = () => {
    pending -= 1;
    if (pending === 0) release();
  };
  return {
    freeSlot() {
      if (isFreed) return;
      isFreed = true;
      settle();
    },
    holdSlot(work) {
      pending += 1;
      work.then(settle, settle);
    },
  };
}
