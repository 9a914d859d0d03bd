import type { ComplaintChanged, StageFact } from '../../../contracts/events/complaint-changed';
import type { OmbudsmanCaseChanged } from '../../../contracts/events/ombudsman-case-changed';
import { toDay } from '../../../domain/calendar/day';
import { financialYearOf, quarterOf } from '../../../domain/calendar/financial-year';
import type { MeasureFilter } from '../figures/filter';
import type { Measure } from '../figures/measure-catalogue';
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

/** What a thing is divided by. An ombudsman's case has no number and no finding. */
interface CountedStage
  extends Pick<StageFact, 'serviceId' | 'directorateId' | 'theme' | 'channel' | 'outcome'> {
  readonly number: number | null;
}

const nameOf = (id: string | null): string =>
  SERVICES.find((service) => service.id === id)?.name ?? 'Not recorded';

/** Counts the slow way, one thing at a time and without SQL: what figures and lists have to agree with. */
export function everythingCounted(complaints: readonly ComplaintChanged[]): readonly CountedThing[] {
  return complaints.flatMap(({ id, stream, closedOn, stages }) => {
    const latest = stages.at(-1);
    const ofStages = stages.flatMap((stage) => [
      { measure: 'RECEIVED' as const, on: stage.receivedOn, holds: true, stage },
      {
        measure: 'ESCALATED' as const,
        on: stage.receivedOn,
        holds: stage.number > 1 && stage.route === 'ESCALATED',
        stage,
      },
      {
        measure: 'DIRECT' as const,
        on: stage.receivedOn,
        holds: stage.number > 1 && stage.route === 'DIRECT',
        stage,
      },
      { measure: 'ANSWERED' as const, on: stage.answeredOn, holds: true, stage },
      {
        measure: 'ANSWERED_IN_TIME' as const,
        on: stage.answeredOn,
        holds: stage.dueOn !== null && (stage.answeredOn ?? '9999') <= stage.dueOn,
        stage,
      },
    ]);
    const things = ofStages.flatMap(({ on, holds, measure, stage }) =>
      on !== null && holds ? [{ measure, id: stage.id, on, stream, stage }] : [],
    );
    const closed =
      closedOn && latest ? [{ measure: 'CLOSED' as const, id, on: closedOn, stream, stage: latest }] : [];
    return [...things, ...closed];
  });
}

const NOTHING_KNOWN = { serviceId: null, directorateId: null, theme: null, channel: null };

/** The same for ombudsmen's cases, each under the service of its complaint's latest stage. */
export function casesCounted(
  cases: readonly OmbudsmanCaseChanged[],
  complaints: readonly ComplaintChanged[],
): readonly CountedThing[] {
  return cases.flatMap(({ id, stream, complaintId, receivedOn, decidedOn, body, upheld }) => {
    const latest = complaints.find((complaint) => complaint.id === complaintId)?.stages.at(-1);
    const stage = { ...(latest ?? NOTHING_KNOWN), number: null, outcome: null };
    const received = { measure: 'REFERRED_TO_OMBUDSMAN' as const, id, on: receivedOn, stream, stage };
    if (decidedOn === null || body !== 'LGSCO' || upheld !== true) return [received];
    return [received, { measure: 'UPHELD_BY_OMBUDSMAN' as const, id, on: decidedOn, stream, stage }];
  });
}

/** Whether a filter lets something through. */
export function passes(thing: CountedThing, where: MeasureFilter): boolean {
  const { on, stream, stage } = thing;
  const day = toDay(on);
  return (
    (!where.streams || (stream !== null && where.streams.includes(stream))) &&
    (!where.stages || (stage.number !== null && where.stages.includes(stage.number))) &&
    (where.financialYears?.includes(financialYearOf(day)) ?? true) &&
    (where.quarters?.includes(quarterOf(day)) ?? true) &&
    (where.from ?? '0') <= on &&
    on <= (where.to ?? '9999') &&
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
] as const;

const isOfService = ({ serviceId }: CountedStage, name: string): boolean => {
  const service = SERVICES.find(({ id }) => id === serviceId);
  const names: readonly string[] = service ? [service.name, ...service.formerNames] : ['Not recorded'];
  return names.some((known) => known.toLowerCase() === name.toLowerCase());
};

/** The value of a dimension. */
export function valueOfDimension({ on, stream, stage }: CountedThing, dimension: Dimension): unknown {
  const day = toDay(on);
  const directorates = { highways: 'Place', libraries: 'Corporate', place: 'Place' } as Record<
    string,
    string
  >;
  const values: Record<Dimension, () => unknown> = {
    STREAM: () => stream,
    STAGE: () => stage.number,
    FINANCIAL_YEAR: () => financialYearOf(day),
    QUARTER: () => quarterOf(day),
    MONTH: () => `${on.slice(0, 7)}-01`,
    DIRECTORATE: () =>
      directorates[stage.serviceId ?? ''] ?? directorates[stage.directorateId ?? ''] ?? 'Not recorded',
    SERVICE: () => nameOf(stage.serviceId),
    THEME: () => stage.theme ?? 'Not recorded',
    CHANNEL: () => stage.channel ?? 'Not recorded',
    OUTCOME: () => stage.outcome,
  };
  return values[dimension]();
}
