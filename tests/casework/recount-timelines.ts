import type { Day } from '../../domain/calendar/day';
import type { StageOfCase } from '../../domain/procedure/case-state';
import type { Stored } from './stored-case';

/** What is counted of what happened, each on its day. */
export const HAPPENED = [
  ...['received', 'escalated', 'direct', 'acknowledged', 'answered', 'answeredInTime'],
  ...['upheld', 'partiallyUpheld', 'notUpheld', 'closed'],
] as const;
/** What is counted of how things stand. */
export const STANDS = ['open', 'overdue'] as const;

/** Figures by the words of what they are divided by. */
export type Figures = ReadonlyMap<string, Readonly<Record<string, number>>>;

/** A complaint of a stream, as its timeline tells it. */
interface Told extends Stored {
  readonly stream: string;
}

/** A financial year by its two calendar years, such as 2021-22. */
const financialYear = (day: Day): string => {
  const first = Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0);
  return `${first}-${String(first + 1).slice(2)}`;
};

/** Counts what happened, one thing after the other, by stream, stage and financial year. */
export function recountHappened(told: readonly Told[]): Figures {
  const count = new Count();
  for (const { stream, state, answerDueOn } of told) {
    if (state.isSettled) continue;
    state.stages.forEach((stage, index) => {
      for (const [figure, day] of thingsOf(stage, answerDueOn[index] ?? null))
        if (day !== null) count.add([stream, stage.number, financialYear(day)], figure);
    });
    const latest = state.stages.at(-1);
    if (latest?.endedOn) count.add([stream, latest.number, financialYear(latest.endedOn)], 'closed');
  }
  return count.figures;
}

const thingsOf = (stage: StageOfCase, dueOn: Day | null): readonly (readonly [string, Day | null])[] => {
  const { number, route, receivedOn, answeredOn, outcome } = stage;
  const isInTime = answeredOn !== null && dueOn !== null && answeredOn <= dueOn;
  return [
    ['received', receivedOn],
    ['escalated', number > 1 && route === 'ESCALATED' ? receivedOn : null],
    ['direct', number > 1 && route === 'DIRECT' ? receivedOn : null],
    ['acknowledged', stage.acknowledgedOn],
    ['answered', answeredOn],
    ['answeredInTime', isInTime ? answeredOn : null],
    ['upheld', outcome === 'UPHELD' ? answeredOn : null],
    ['partiallyUpheld', outcome === 'PARTIALLY_UPHELD' ? answeredOn : null],
    ['notUpheld', outcome === 'NOT_UPHELD' ? answeredOn : null],
  ];
};

/** Counts what waits on a day, by stream and stage. */
export function recountStanding(told: readonly Told[], today: Day): Figures {
  const count = new Count();
  for (const { stream, state, answerDueOn } of told) {
    state.stages.forEach(({ number, endedOn }, index) => {
      const dueOn = answerDueOn[index] ?? null;
      if (endedOn !== null || state.isSettled) return;
      count.add([stream, number], 'open');
      if (dueOn !== null && dueOn < today) count.add([stream, number], 'overdue');
    });
  }
  return count.figures;
}

class Count {
  readonly figures = new Map<string, Record<string, number>>();

  add(by: readonly (string | number)[], figure: string): void {
    const key = by.join(' ');
    const row = this.figures.get(key) ?? {};
    row[figure] = (row[figure] ?? 0) + 1;
    this.figures.set(key, row);
  }
}
