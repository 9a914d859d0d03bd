/** Where the present comes from. Rules never read it; whoever calls them passes what it says. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands at noon UTC of an ISO day (the setting `TODAY`, and tests). */
export function fixedClock(isoDay: string): Clock {
  const at = new Date(`${isoDay}T12:00:00Z`);
  return { now: () => at };
}
