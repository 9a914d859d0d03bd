/** How long each step of people's work took on the site, in milliseconds. */
export class Steps {
  private readonly taken = new Map<string, number[]>();

  /** Does a step, and notes how long it took. */
  async timed<Result>(step: string, work: () => Promise<Result>): Promise<Result> {
    const began = performance.now();
    const result = await work();
    const all = this.taken.get(step) ?? [];
    this.taken.set(step, [...all, performance.now() - began]);
    return result;
  }

  /** A line for each step, the slowest in the middle of its times first. */
  lines(): string[] {
    return [...this.taken]
      .map(([step, all]) => ({ step, times: [...all].sort((one, other) => one - other) }))
      .sort((one, other) => share(other.times, 0.5) - share(one.times, 0.5))
      .map(
        ({ step, times }) =>
          `${step}: ${times.length} times, ${share(times, 0.5)} ms, 95 of 100 within ${share(times, 0.95)} ms`,
      );
  }
}

/** Within how many milliseconds that share of sorted times is. */
const share = (times: readonly number[], part: number): number =>
  Math.round(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0);
