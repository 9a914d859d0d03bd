import type { OwnCase, OwnStage, OwnTables } from './own-tables';
import { workedUpTo, workingDaysAfter } from './working-days';

/** One thing that a measure counts, by its figure's name, on its day. */
export interface Measured {
  readonly figure: string;
  readonly on: string;
  readonly stage: Divided;
  /** Of an answer. */
  readonly days: number | null;
}

/** What a thing is divided by, beside its day. */
export interface Divided
  extends Pick<
    OwnStage,
    'service' | 'directorate' | 'theme' | 'channel' | 'route' | 'outcome' | 'closureReason'
  > {
  readonly stream: string | null;
  readonly number: number | null;
  readonly body?: string;
}

/** The day as at which is asked; `isCut`: somebody asked for it. */
export interface Then {
  readonly asAt: string;
  readonly isCut: boolean;
}

const LAST = '2024-12-31';
const WORKED = workedUpTo(LAST);

/** Working days from one day to another; null before 2018, where the calendar begins. */
export function workedBetween(from: string, to: string): number | null {
  const [before, upTo] = [WORKED.get(from), WORKED.get(to)];
  return before === undefined || upTo === undefined ? null : upTo - before;
}

/** How many working days each stream has to acknowledge a stage, before April 2026; none from stage 2 of children's. */
function acknowledgeBy({ stream, number, receivedOn }: OwnStage): string | null {
  if (stream === 'CHILDRENS') return number === 1 ? workingDaysAfter(receivedOn, 2) : null;
  return workingDaysAfter(receivedOn, 3);
}

const endOf = ({ closedOn, answeredOn }: OwnStage): string | null => closedOn ?? answeredOn;
const isBy = (on: string | null, limit: string | null): boolean =>
  on !== null && limit !== null && on <= limit;

/** Everything that happened and that any measure counts, one thing after the other. */
export function measuredThings({ complaints, cases }: OwnTables, then: Then): readonly Measured[] {
  const things = [
    ...complaints.flatMap((stages) => ofComplaint(stages, then)),
    ...cases.flatMap((one) => ofCase(one, then)),
  ];
  return things.filter(({ on }) => !then.isCut || on <= then.asAt);
}

function ofComplaint(stages: readonly OwnStage[], { asAt, isCut }: Then): Measured[] {
  const known = (on: string | null) => (on !== null && (!isCut || on <= asAt) ? on : null);
  const there = stages.filter(({ receivedOn }) => known(receivedOn) !== null);
  const things = there.flatMap((stage) => {
    const { number, route, outcome, receivedOn, acknowledgedOn, answeredOn, dueOn } = stage;
    const wentOn = stages.some((later) => later.number > number && later.receivedOn <= asAt);
    const counts: readonly [string, string | null, boolean][] = [
      ['received', receivedOn, true],
      ['escalated', receivedOn, number > 1 && route === 'ESCALATED'],
      ['direct', receivedOn, number > 1 && route === 'DIRECT'],
      ['wentOn', receivedOn, wentOn],
      ['acknowledged', acknowledgedOn, true],
      [
        'acknowledgedInTime',
        acknowledgedOn,
        acknowledgedOn !== null && isBy(acknowledgedOn, acknowledgeBy(stage)),
      ],
      ['answered', answeredOn, true],
      ['answeredInTime', answeredOn, isBy(answeredOn, dueOn)],
      ['upheld', answeredOn, outcome === 'UPHELD'],
      ['partiallyUpheld', answeredOn, outcome === 'PARTIALLY_UPHELD'],
      ['notUpheld', answeredOn, outcome === 'NOT_UPHELD'],
    ];
    const days = answeredOn === null ? null : workedBetween(receivedOn, answeredOn);
    return counts.flatMap(([figure, on, holds]) =>
      known(on) !== null && holds ? [{ figure, on: on ?? '', stage, days }] : [],
    );
  });
  const latest = there.at(-1);
  const closed = latest && (known(endOf(latest)) ?? known(latest.answeredOn));
  return closed ? [...things, { figure: 'closed', on: closed, stage: latest, days: null }] : things;
}

function ofCase({ complaint, stream, body, ...one }: OwnCase, { asAt }: Then): Measured[] {
  const { service = null, directorate = null, theme = null, channel = null } = complaint ?? {};
  const none = { number: null, route: null, outcome: null, closureReason: null };
  const stage = { stream, body, service, directorate, theme, channel, ...none };
  const counts: readonly [string, string | null, boolean][] = [
    ['referredToOmbudsman', one.receivedOn, true],
    ['ombudsmanDecided', one.decidedOn, true],
    ['upheldByOmbudsman', one.decidedOn, body === 'LGSCO' && one.upheld === true],
    ...one.remedies.flatMap(({ dueOn, doneOn }): [string, string | null, boolean][] => [
      ['remediesDue', dueOn, isBy(dueOn, asAt)],
      ['remediesDone', doneOn, true],
      ['remediesDoneInTime', dueOn, isBy(dueOn, asAt) && isBy(doneOn, dueOn)],
    ]),
  ];
  return counts.flatMap(([figure, on, holds]) =>
    on !== null && holds ? [{ figure, on, stage, days: null }] : [],
  );
}

/** A stage that waits on a day, and how long it has. */
export interface Waiting {
  readonly stage: OwnStage;
  readonly isOverdue: boolean;
  readonly age: number | null;
}

/** What waits on a day, by what was known as at another. */
export function waitingOn({ complaints }: OwnTables, day: string, asAt: string): readonly Waiting[] {
  const known = (on: string | null) => (on !== null && on <= asAt ? on : null);
  return complaints.flatMap((stages) =>
    stages.flatMap((stage, place) => {
      const [next] = stages
        .slice(place + 1)
        .flatMap(({ receivedOn }) => known(receivedOn) ?? [])
        .sort();
      const ended = known(stage.answeredOn) ?? next ?? known(endOf(stage));
      const isWithoutDay = place === stages.length - 1 && stage.ended && endOf(stage) === null;
      if (stage.receivedOn > day || isWithoutDay || (ended !== null && ended <= day)) return [];
      const isOverdue = stage.dueOn !== null && stage.dueOn < day;
      return [{ stage, isOverdue, age: workedBetween(stage.receivedOn, day) }];
    }),
  );
}
