import { isoDay, offsetMoment } from '../written-dates';
import type { TrueComplaint, TrueStage } from './complaint';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A stage as it is exported, which may still be dirtied. */
export type StageRecord = Record<string, Json>;

/** A complaint as it is exported, which may still be dirtied. */
export interface ComplaintRecord {
  caseNumber: Json;
  team: Json;
  channel: Json;
  complainant: Json;
  child: Json;
  advocateOffered: Json;
  summary: Json;
  stages: StageRecord[];
  [unknown: string]: Json | StageRecord[];
}

const FIRST_CASE = 1_000;

/** A complaint as a tidy system would export it. */
export function cleanRecord(complaint: TrueComplaint): ComplaintRecord {
  const { relationship, name, childReference, ageBand, lookedAfter } = complaint;
  return {
    caseNumber: `CSC-${FIRST_CASE + complaint.index}`,
    team: complaint.team,
    channel: complaint.channel,
    complainant: { relationship, name },
    child: { reference: childReference, ageBand, lookedAfter },
    advocateOffered: complaint.advocateOffered,
    summary: complaint.summary,
    stages: complaint.stages.map(stageRecord),
  };
}

function stageRecord(stage: TrueStage): StageRecord {
  const { number, extendedTo, completedAt } = stage;
  return {
    stage: number,
    startedAt: offsetMoment(stage.startedAt),
    dueOn: isoDay(stage.dueAt),
    extendedTo: extendedTo === null ? null : isoDay(extendedTo),
    completedAt: completedAt === null ? null : offsetMoment(completedAt),
    outcome: stage.outcome,
    ...extras(stage),
  };
}

function extras({ number, people, dueAt, completedAt }: TrueStage): StageRecord {
  const [first = null, second = null] = people;
  if (number === 2) return { investigatingOfficer: first, independentPerson: second };
  if (number !== 3) return {};
  return {
    panelHeldOn: isoDay(dueAt),
    findingsOn: completedAt === null ? null : isoDay(dueAt),
    panel: people,
  };
}
