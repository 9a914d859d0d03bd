/**
 * A second calculation of limits, which shares nothing with the product's but the rules that it is given: it steps from day
 * to day, with its own list of bank holidays, written off the published ones.
 */

const BANK_HOLIDAYS = new Set(
  [
    '2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25 2018-12-26',
    '2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26',
    '2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28',
    '2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28',
    '2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27',
    '2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26',
    '2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26',
    '2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26',
    '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28',
    '2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28',
    '2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26',
  ].flatMap((year) => year.split(' ')),
);

export interface SecondSpan {
  readonly count: number;
  readonly unit: 'WORKING_DAY' | 'SCHOOL_DAY' | 'MONTH';
}

export interface SecondLimit {
  readonly name: string;
  readonly starts: {
    readonly with: string;
    readonly orElse?: string;
    readonly byLimit?: string;
    readonly lateBuysNoTime?: boolean;
  };
  readonly within: SecondSpan;
  readonly isPlanned?: boolean;
  readonly extension: { readonly by: SecondSpan | null } | null;
  readonly pausedBy: readonly string[];
}

/** What is known of a stage; `days` by moments, those that did not happen left out. */
export interface SecondFacts {
  readonly days: Readonly<Record<string, string>>;
  readonly plan: { readonly on: string; readonly for: string } | null;
  readonly extensions: readonly { readonly limit: string; readonly on: string; readonly to: string }[];
  readonly suspensions: readonly {
    readonly ground: string;
    readonly from: string;
    readonly to: string | null;
  }[];
}

export interface SecondDays {
  readonly original: string | null;
  readonly due: string | null;
  readonly extendable: string | null;
}

const plus = (day: string, count: number): string => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
};

type Unit = SecondSpan['unit'];

/** Counts limits, with the days on which schools are closed besides. */
export class SecondCalculation {
  constructor(private readonly closedToSchools: ReadonlySet<string>) {}

  days(limit: SecondLimit, limits: readonly SecondLimit[], facts: SecondFacts): SecondDays {
    const from = this.start(limit, limits, facts);
    const original = from && this.end(from, limit.within);
    const plan = limit.isPlanned === true ? facts.plan : null;
    const base = plan?.for ?? original;
    const since = plan?.on ?? from ?? '';
    const agreed = facts.extensions.filter((one) => one.limit === limit.name);
    const fixed = [...(base === null ? [] : [{ on: since, to: base }]), ...agreed];
    const all = fixed.map(({ on, to }) => this.move(to, on, { limit, facts }));
    const due = all.includes(null) ? null : (all.sort().at(-1) ?? null);
    const further = base && this.further(base, limit);
    return { original, due, extendable: further && this.move(further, since, { limit, facts }) };
  }

  private isCounted(day: string, unit: Unit): boolean {
    if (unit === 'MONTH') return true;
    const dayOfWeek = new Date(`${day}T12:00:00Z`).getUTCDay();
    if (dayOfWeek === 0 || dayOfWeek === 6 || BANK_HOLIDAYS.has(day)) return false;
    return unit === 'WORKING_DAY' || !this.closedToSchools.has(day);
  }

  private next(day: string, unit: Unit): string {
    let to = plus(day, 1);
    while (!this.isCounted(to, unit)) to = plus(to, 1);
    return to;
  }

  private end(from: string, { count, unit }: SecondSpan): string {
    if (unit === 'MONTH') return lastOfMonths(from, count);
    let day = from;
    for (let left = count; left > 0; left -= 1) day = this.next(day, unit);
    return day;
  }

  private further(base: string, { extension }: SecondLimit): string | null {
    const by = extension?.by ?? null;
    return by && this.end(by.unit === 'MONTH' ? plus(base, 1) : base, by);
  }

  /** Null while the clock stands still. */
  private move(
    day: string,
    since: string,
    { limit, facts }: { readonly limit: SecondLimit; readonly facts: SecondFacts },
  ): string | null {
    let moved: string | null = day;
    let seen = since;
    const stood = facts.suspensions.filter(({ ground }) => limit.pausedBy.includes(ground));
    for (const { from, to } of [...stood].sort((a, b) => (a.from < b.from ? -1 : 1))) {
      const begins = from > seen ? from : seen;
      if (moved === null || begins >= moved) continue;
      moved = to === null ? null : this.stepOver(moved, { begins, to, unit: limit.within.unit });
      seen = to !== null && to > begins ? to : begins;
    }
    return moved;
  }

  /** For each day that stood still, and would have been counted, the day moves on by one. */
  private stepOver(day: string, { begins, to, unit }: { begins: string; to: string; unit: Unit }): string {
    let moved = day;
    for (let each = plus(begins, 1); each <= to; each = plus(each, 1))
      if (this.isCounted(each, unit)) moved = this.next(moved, unit);
    return moved;
  }

  private start({ starts }: SecondLimit, limits: readonly SecondLimit[], facts: SecondFacts): string | null {
    const happened = dayOf(facts, starts.with);
    const first = limits.find(({ name }) => name === starts.byLimit);
    if (first === undefined) return happened ?? dayOf(facts, starts.orElse);
    const last = this.days(first, limits, facts).due;
    if (happened === null) return last;
    return starts.lateBuysNoTime === true && last !== null && last < happened ? last : happened;
  }
}

/** When something happened; what is told of a day before receipt did not. */
function dayOf({ days }: SecondFacts, moment: string | undefined): string | null {
  const found = moment === undefined ? undefined : days[moment];
  return found === undefined || found < (days.received ?? '') ? null : found;
}

/** The day before the same date so many months on, or that month's last day where it has no such date. */
function lastOfMonths(from: string, months: number): string {
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number);
  const corresponding = new Date(Date.UTC(year, month - 1 + months, date, 12));
  const isThere = corresponding.getUTCDate() === date;
  const last = isThere ? plus(corresponding.toISOString().slice(0, 10), -1) : null;
  return last ?? new Date(Date.UTC(year, month + months, 0, 12)).toISOString().slice(0, 10);
}
