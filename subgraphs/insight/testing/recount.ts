import type { ComplaintChanged, StageFact } from '../../../contracts/events/complaint-changed';
import type { OmbudsmanCaseChanged } from '../../../contracts/events/ombudsman-case-changed';
import { toDay } from '../../../domain/calendar/day';
import { financialYearOf, quarterOf } from '../../../domain/calendar/financial-year';
import type { Measure } from '../figures/catalogue/measure-catalogue';
import type { MeasureFilter } from '../figures/filter';
import type { Dimension } from '../figures/stage-dimensions';
import { SERVICES } from './generated';

/** Something that a measure counts, as the contract words it: on which day, and of which stage. */
export interface CountedThing {
  readonly measure: Measure;
  readonly id: string;
  readonly on: string;
  readonly stream: string | null;
  readonly stage: CountedStage;
}

/** What a thing is divided by. An ombudsman's case has no number, no route and no finding. */
interface CountedStage
  extends Pick<
    StageFact,
    'serviceId' | 'directorateId' | 'theme' | 'channel' | 'outcome' | 'route' | 'closureReason'
  > {
  readonly number: number | null;
  readonly body?: string;
}

const nameOf = (id: string | null): string =>
  SERVICES.find((service) => service.id === id)?.name ?? 'Not recorded';

/** A complaint as it was known on a day: without what was received, acknowledged, answered or closed later. */
export function knownOn(complaint: ComplaintChanged, day: string): ComplaintChanged {
  const known = (on: string | null) => (on !== null && on <= day ? on : null);
  const stages = complaint.stages
    .filter(({ receivedOn }) => receivedOn <= day)
    .map((stage) => {
      const [acknowledgedOn, answeredOn] = [known(stage.acknowledgedOn), known(stage.answeredOn)];
      const closedOn = known(stage.closedOn) ?? answeredOn;
      // An end of which nobody knows the day is not known to be later.
      const ended = stage === complaint.stages.at(-1) && stage.ended && stage.closedOn === null;
      return { ...stage, acknowledgedOn, answeredOn, closedOn, ended };
    });
  return { ...complaint, stages, closedOn: stages.at(-1)?.closedOn ?? null };
}

/** Whether the complaint of a stage reached a later one by a day. */
const wentOnBy = (stages: readonly StageFact[], stage: StageFact, day: string): boolean =>
  stages.some(({ number, receivedOn }) => number > stage.number && receivedOn <= day);

/** Counts the slow way, one thing at a time and without SQL: what figures and lists have to agree with, as at a day. */
export function everythingCounted(
  complaints: readonly ComplaintChanged[],
  asAt = '9999-12-31',
): readonly CountedThing[] {
  return complaints.flatMap(({ id, stream, closedOn, stages }) => {
    const latest = stages.at(-1);
    const ofStages = stages.flatMap((stage) => {
      const counts: readonly [Measure, string | null, boolean][] = [
        ['RECEIVED', stage.receivedOn, true],
        ['ESCALATED', stage.receivedOn, stage.number > 1 && stage.route === 'ESCALATED'],
        ['DIRECT', stage.receivedOn, stage.number > 1 && stage.route === 'DIRECT'],
        ['WENT_ON', stage.receivedOn, wentOnBy(stages, stage, asAt)],
        ['ACKNOWLEDGED', stage.acknowledgedOn, true],
        ['ACKNOWLEDGED_IN_TIME', stage.acknowledgedOn, isBy(stage.acknowledgedOn, stage.acknowledgeBy)],
        ['ANSWERED', stage.answeredOn, true],
        ['ANSWERED_IN_TIME', stage.answeredOn, isBy(stage.answeredOn, stage.dueOn)],
        ['UPHELD', stage.answeredOn, stage.outcome === 'UPHELD'],
        ['PARTIALLY_UPHELD', stage.answeredOn, stage.outcome === 'PARTIALLY_UPHELD'],
        ['NOT_UPHELD', stage.answeredOn, stage.outcome === 'NOT_UPHELD'],
      ];
      return counts.flatMap(([measure, on, holds]) =>
        on !== null && holds ? [{ measure, id: stage.id, on, stream, stage }] : [],
      );
    });
    const closed =
      closedOn && latest ? [{ measure: 'CLOSED' as const, id, on: closedOn, stream, stage: latest }] : [];
    return [...ofStages, ...closed];
  });
}

const isBy = (on: string | null, limit: string | null): boolean =>
  on !== null && limit !== null && on <= limit;

/** What was open on a day, and what of it was overdue, each dated by its receipt, of complaints as they were known. */
export function waitingOn(complaints: readonly ComplaintChanged[], day: string): readonly CountedThing[] {
  return complaints.flatMap(({ stream, stages }) =>
    stages.flatMap((stage, place) => {
      const followed = stages.slice(place + 1).map(({ receivedOn }) => receivedOn);
      const ended = stage.answeredOn ?? followed.sort()[0] ?? stage.closedOn;
      const isEnded = ended === null ? stage.ended : ended <= day;
      if (isEnded || stage.receivedOn > day) return [];
      const thing = { id: stage.id, on: stage.receivedOn, stream, stage };
      const isOverdue = stage.dueOn !== null && stage.dueOn < day;
      return [
        { ...thing, measure: 'OPEN' as const },
        ...(isOverdue ? [{ ...thing, measure: 'OVERDUE' as const }] : []),
      ];
    }),
  );
}

const NOTHING_KNOWN = { serviceId: null, directorateId: null, theme: null, channel: null };
const OF_NO_STAGE = { number: null, outcome: null, route: null, closureReason: null };

/** The same for ombudsmen's cases and remedies as at a day, each under the service of its complaint's latest stage. */
export function casesCounted(
  cases: readonly OmbudsmanCaseChanged[],
  complaints: readonly ComplaintChanged[],
  asAt: string,
): readonly CountedThing[] {
  return cases.flatMap(({ id, stream, complaintId, receivedOn, decidedOn, body, upheld, remedies }) => {
    const latest = complaints.find((complaint) => complaint.id === complaintId)?.stages.at(-1);
    const stage = { ...(latest ?? NOTHING_KNOWN), ...OF_NO_STAGE, body };
    const counts: readonly [Measure, string | null, boolean][] = [
      ['REFERRED_TO_OMBUDSMAN', receivedOn, true],
      ['OMBUDSMAN_DECIDED', decidedOn, true],
      ['UPHELD_BY_OMBUDSMAN', decidedOn, body === 'LGSCO' && upheld === true],
      ...remedies.flatMap(({ dueOn, doneOn }): [Measure, string | null, boolean][] => [
        ['REMEDIES_DUE', dueOn, dueOn !== null && dueOn <= asAt],
        ['REMEDIES_DONE', doneOn, true],
        ['REMEDIES_DONE_IN_TIME', dueOn, dueOn !== null && dueOn <= asAt && isBy(doneOn, dueOn)],
      ]),
    ];
    return counts.flatMap(([measure, on, holds]) =>
      on !== null && holds ? [{ measure, id, on, stream, stage }] : [],
    );
  });
}

/** Whether a filter lets something through. */
export function passes(thing: CountedThing, where: MeasureFilter): boolean {
  return passesDay(thing.on, where) && passesParts(thing, where);
}

/** Whether the parts of a filter that say when let a day through. */
export function passesDay(on: string, where: MeasureFilter): boolean {
  const day = toDay(on);
  return (
    (where.financialYears?.includes(financialYearOf(day)) ?? true) &&
    (where.quarters?.includes(quarterOf(day)) ?? true) &&
    (where.from ?? '0') <= on &&
    on <= (where.to ?? '9999')
  );
}

/** Whether the other parts of a filter let something through. */
export function passesParts(thing: CountedThing, where: MeasureFilter): boolean {
  const { stream, stage } = thing;
  return (
    (!where.streams || (stream !== null && where.streams.includes(stream))) &&
    (!where.stages || (stage.number !== null && where.stages.includes(stage.number))) &&
    (where.services?.some((name) => isOfService(stage, name)) ?? true) &&
    PARTS.every(({ part, dimension }) => {
      const wanted: readonly unknown[] | null | undefined = where[part];
      return wanted?.includes(valueOfDimension(thing, dimension)) ?? true;
    })
  );
}

/** What a dimension shows is what its part of the filter keeps to. */
const PARTS = [
  { part: 'directorates', dimension: 'DIRECTORATE' },
  { part: 'themes', dimension: 'THEME' },
  { part: 'channels', dimension: 'CHANNEL' },
  { part: 'outcomes', dimension: 'OUTCOME' },
  { part: 'routes', dimension: 'ROUTE' },
] as const;

const isOfService = ({ serviceId }: CountedStage, name: string): boolean => {
  const service = SERVICES.find(({ id }) => id === serviceId);
  const names: readonly string[] = service ? [service.name, ...service.formerNames] : ['Not recorded'];
  return names.some((known) => known.toLowerCase() === name.toLowerCase());
};

/** The value of a dimension of time. */
export function timeOf(on: string, dimension: Dimension): string {
  const day = toDay(on);
  if (dimension === 'FINANCIAL_YEAR') return financialYearOf(day);
  return dimension === 'QUARTER' ? quarterOf(day) : `${on.slice(0, 7)}-01`;
}

/** The value of a dimension. */
export function valueOfDimension({ on, stream, stage }: CountedThing, dimension: Dimension): unknown {
  const directorates = { highways: 'Place', libraries: 'Corporate', place: 'Place' } as Record<
    string,
    string
  >;
  const values: Record<Dimension, () => unknown> = {
    STREAM: () => stream,
    STAGE: () => stage.number,
    FINANCIAL_YEAR: () => timeOf(on, 'FINANCIAL_YEAR'),
    QUARTER: () => timeOf(on, 'QUARTER'),
    MONTH: () => timeOf(on, 'MONTH'),
    DIRECTORATE: () =>
      directorates[stage.serviceId ?? ''] ?? directorates[stage.directorateId ?? ''] ?? 'Not recorded',
    SERVICE: () => nameOf(stage.serviceId),
    THEME: () => stage.theme ?? 'Not recorded',
    CHANNEL: () => stage.channel ?? 'Not recorded',
    OUTCOME: () => stage.outcome,
    ROUTE: () => stage.route,
    CLOSURE_REASON: () => stage.closureReason,
    OMBUDSMAN: () => stage.body ?? null,
    // How old something is depends on the day, and only what waits has an age.
    AGE_BAND: () => null,
  };
  return values[dimension]();
}
