import { WorkingDays } from './working-days';

export const STREAMS = ['corporate', 'adults', 'childrens', 'schools'] as const;
export type Stream = (typeof STREAMS)[number];

/** A stage as the ledger has it. */
export interface KeptStage {
  readonly number: number;
  receivedOn: string;
  acknowledgedOn: string | null;
  acknowledgedInTime: boolean;
  answeredOn: string | null;
  answeredInTime: boolean;
  outcome: string | null;
  /** A day that a plan, an extension or a panel gave it. */
  agreedDueOn: string | null;
  /** Where the clock begins anew: a statement agreed in writing. */
  startsOn: string | null;
}

/** A complaint as the ledger has it. */
export interface Kept {
  readonly id: string;
  readonly stream: Stream;
  readonly serviceId: string;
  readonly hiddenFrom: readonly string[];
  version: number;
  assignedTo: string | null;
  /** How it ended; null while it is open. */
  ended: 'ANSWERED' | 'MERGED' | 'SETTLED' | 'WITHDRAWN' | null;
  readonly stages: KeptStage[];
}

/** Working days for the acknowledgement and the answer, by stage; null where the law has none. */
const LIMITS: Readonly<Record<Stream, readonly (readonly [number | null, number | null])[]>> = {
  corporate: [
    [5, 10],
    [5, 20],
  ],
  adults: [[3, 20]],
  childrens: [
    [2, 10],
    [null, 25],
    [null, null],
  ],
  schools: [
    [3, 10],
    [3, 15],
    [3, null],
  ],
};

/** What happened, as those who did it would write it down; and what the figures should be therefore. */
export class Ledger {
  readonly cases: Kept[] = [];
  readonly calendar = new WorkingDays();

  open(): readonly Kept[] {
    return this.cases.filter(({ ended }) => ended === null);
  }

  find(id: string): Kept {
    const found = this.cases.find((each) => each.id === id);
    if (found === undefined) throw new Error('A complaint that nobody recorded');
    return found;
  }

  acknowledgeDueOn({ stream }: Kept, { number, receivedOn }: KeptStage): string | null {
    const days = LIMITS[stream][number - 1]?.[0] ?? null;
    return days === null ? null : this.calendar.after(receivedOn, days);
  }

  answerDueOn(kept: Kept, stage: KeptStage): string | null {
    if (stage.agreedDueOn !== null) return stage.agreedDueOn;
    const days = LIMITS[kept.stream][stage.number - 1]?.[1] ?? null;
    if (days === null) return null;
    return this.calendar.after(stage.startsOn ?? this.answerStartsOn(kept, stage), days);
  }

  /** The Code counts from the acknowledgement, and from its last day at the latest. */
  private answerStartsOn(kept: Kept, stage: KeptStage): string {
    const latest = this.acknowledgeDueOn(kept, stage);
    if (kept.stream !== 'corporate' || latest === null) return stage.receivedOn;
    const { acknowledgedOn } = stage;
    return acknowledgedOn !== null && acknowledgedOn < latest ? acknowledgedOn : latest;
  }
}

/** The stage that a complaint is at. */
export function latest(kept: Kept): KeptStage {
  const stage = kept.stages.at(-1);
  if (stage === undefined) throw new Error('A complaint without a stage');
  return stage;
}

export const newStage = (number: number, receivedOn: string): KeptStage => ({
  ...{ number, receivedOn, acknowledgedOn: null, acknowledgedInTime: false, agreedDueOn: null },
  ...{ answeredOn: null, answeredInTime: false, outcome: null, startsOn: null },
});
