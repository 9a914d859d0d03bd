/** Answers that are kept for a while, the ones asked for last: at most so many, each for so long. */
export class KeptAnswers<Answer> {
  private readonly kept = new Map<string, { readonly answer: Answer; readonly until: number }>();

  constructor(private readonly limits: { readonly answers: number; readonly millis: number }) {}

  /** The answer that is kept for a key at a time, in milliseconds; undefined where there is none. */
  find(key: string, now: number): Answer | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    this.kept.delete(key);
    if (found.until <= now) return undefined;
    // What was asked for last stands last.
    this.kept.set(key, found);
    return found.answer;
  }

  keep(key: string, answer: Answer, now: number): void {
    this.kept.delete(key);
    this.kept.set(key, { answer, until: now + this.limits.millis });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.limits.answers) return;
      this.kept.delete(oldest);
    }
  }
}
