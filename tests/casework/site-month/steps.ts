import type { Meter, Reading } from './costs';

/** What a step took once. */
interface Cost extends Reading {
  readonly wallMillis: number;
}

const COLUMNS = ['processorMillis', 'wallMillis', 'questions', 'toParts', 'statements', 'doubled'] as const;
/** A step that was taken less often tells more of its first time than of itself. */
const OFTEN = 5;

/** What each step of people's work took on the site, and how many clicks each piece of it. */
export class Steps {
  private readonly taken = new Map<string, Cost[]>();
  private readonly pieces = new Map<string, { times: number; clicks: number }>();
  private clicks = 0;

  constructor(private readonly meter: Pick<Meter, 'mark' | 'read'>) {}

  /** Does a step, which is one click, and notes what it took. */
  async timed<Result>(step: string, work: () => Promise<Result>): Promise<Result> {
    this.meter.mark();
    const [before, began] = [this.meter.read(), performance.now()];
    const result = await work();
    const wallMillis = performance.now() - began;
    this.clicks += 1;
    const cost = { ...difference(this.meter.read(), before), wallMillis };
    this.taken.set(step, [...(this.taken.get(step) ?? []), cost]);
    return result;
  }

  /** Does a piece of work, and notes how many clicks it took from where it was begun. */
  async piece<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.clicks;
    const result = await work();
    const { times, clicks } = this.pieces.get(name) ?? { times: 0, clicks: 0 };
    this.pieces.set(name, { times: times + 1, clicks: clicks + this.clicks - before });
    return result;
  }

  /** The steps that take most of a processor in the middle of their times, of those that people take again and again. */
  dearest(count: number): readonly string[] {
    const often = this.sorted().filter(({ costs }) => costs.length >= OFTEN);
    return often.slice(0, count).map(lineOf);
  }

  /** A line for each step, what takes most of a processor first. */
  lines(): readonly string[] {
    return this.sorted().map(lineOf);
  }

  /** A line for each piece of work, with its clicks. */
  clickLines(): readonly string[] {
    return [...this.pieces].map(
      ([name, { times, clicks }]) => `${name}: ${times} times, ${(clicks / times).toFixed(1)} clicks`,
    );
  }

  private sorted() {
    return [...this.taken]
      .map(([step, costs]) => ({ step, costs }))
      .sort((one, other) => middle(other.costs, 'processorMillis') - middle(one.costs, 'processorMillis'));
  }
}

const difference = (after: Reading, before: Reading): Reading => ({
  processorMillis: after.processorMillis - before.processorMillis,
  questions: after.questions - before.questions,
  toParts: after.toParts - before.toParts,
  statements: after.statements - before.statements,
  doubled: after.doubled - before.doubled,
});

/** What the columns of a line are. */
export const HEAD = '| step | times | processor ms | wall ms | questions | to parts | statements | doubled |';

const lineOf = ({ step, costs }: { readonly step: string; readonly costs: readonly Cost[] }): string =>
  `| ${[step, costs.length, ...COLUMNS.map((column) => Math.round(middle(costs, column)))].join(' | ')} |`;

function middle(costs: readonly Cost[], column: keyof Cost): number {
  const values = costs.map((cost) => cost[column]).sort((one, other) => one - other);
  return values[Math.floor(values.length / 2)] ?? 0;
}
