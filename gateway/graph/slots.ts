/** A number of slots; who finds none free waits, first come first served. */
export interface Slots {
  /** Resolves with what frees the slot again; calling that twice frees it once. */
  take(): Promise<() => void>;
}

/** Lets `count` pieces of work go on at the same time. */
export function createSlots(count: number): Slots {
  const waiting: (() => void)[] = [];
  let free = count;
  const slot = (): (() => void) => {
    let isFreed = false;
    return () => {
      if (isFreed) return;
      isFreed = true;
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    };
  };
  return {
    async take() {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      return slot();
    },
  };
}
