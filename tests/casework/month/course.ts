import type { SignedIn } from '../../../platform/identity/identity';
import type { Kept, Stream } from './ledger';
import type { Office } from './office';

/** One thing that happens in the month: it gives the day until which it waits. */
export type Course = AsyncGenerator<string, void, void>;

/** The things that happen, each on its days. What they are about is left alone by the daily routine. */
export class Courses {
  private readonly ids = new Set<string>();
  private waiting: { readonly until: string; readonly course: Course }[] = [];

  constructor(readonly office: Office) {}

  readonly isOwn = (id: string): boolean => this.ids.has(id);

  start(day: string, course: Course): void {
    this.waiting.push({ until: day, course });
  }

  /** Records a complaint that has a course of its own. */
  readonly begin = async (
    who: SignedIn,
    stream: Stream,
    input: Parameters<Office['record']>[2],
  ): Promise<Kept> => {
    const kept = await this.office.record(who, stream, input);
    this.ids.add(kept.id);
    return kept;
  };

  /** Goes on with all that waits for this day. */
  async goOn(day: string): Promise<void> {
    const due = this.waiting.filter(({ until }) => until <= day);
    this.waiting = this.waiting.filter(({ until }) => until > day);
    for (const { course } of due) {
      const { value, done } = await course.next();
      if (done !== true) this.waiting.push({ until: value, course });
    }
  }

  /** How many have not come to their end. */
  get left(): number {
    return this.waiting.length;
  }
}
