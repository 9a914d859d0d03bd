import {
  type CauseRow,
  learningTables,
  type PromiseRow,
  type RecommendationRow,
} from '../../casework/learning/tables';
import type { StreamContext } from '../../casework/reading/loaders';
import type { CaseState } from '../../domain/procedure/case-state';
import type { TimelineEntry } from '../../domain/procedure/command';
import { wordsOf } from './asked-words';

/** What is kept of a complaint beside its timeline and its stages: what was learned of it, its people, and what was written. */
export interface KeptBeside {
  readonly promises: readonly PromiseRow[];
  readonly recommendations: readonly RecommendationRow[];
  readonly causes: readonly CauseRow[];
  /** Everybody by id, with their surname. */
  readonly people: readonly string[];
  /** Whose account each stage has, by their surname. */
  readonly accounts: readonly string[];
  /** Of each entry, what is written at it. */
  readonly words: readonly string[];
}

/** Reads it, in the order of the timeline. */
export async function readBeside(
  { transaction, stream: { name: schema } }: StreamContext,
  complaintId: string,
): Promise<KeptBeside> {
  const { promise, recommendation, cause } = learningTables(schema);
  const read = <Row>(what: string, order: string) =>
    transaction.query<Row>(`select ${what} where complaint_id = $1 order by ${order}`, [complaintId]);
  const lines = async (line: string, from: string, order: string) =>
    (await read<{ line: string }>(`${line} as line from "${schema}".${from}`, order)).map((row) => row.line);
  return {
    promises: await read(`* from ${promise.table}`, 'place'),
    recommendations: await read(`* from ${recommendation.table}`, 'place'),
    causes: await read(`* from ${cause.table}`, 'stage'),
    people: await lines(`id || ' ' || surname`, 'case_party', 'id'),
    accounts: await lines('surname', `stage join "${schema}".account on stage_id = id`, 'number'),
    words: await lines(`place || ' ' || part || ' ' || words`, 'timeline_words', 'place, part'),
  };
}

/** The same, as the timeline tells it; `surname` is that of the complainant, as it was given last. */
export function toldBeside(
  entries: readonly TimelineEntry[],
  of: { readonly complaintId: string; readonly state: CaseState; readonly surname: string },
): KeptBeside {
  const { complaintId, state, surname } = of;
  const { learning } = state;
  const made = (place: number) => ({
    ...{ complaint_id: complaintId, place, made_at: new Date(entries[place - 1]?.at ?? '') },
  });
  return {
    promises: learning.promises.map(({ place, stage, owner, ...promise }) => ({
      ...{ ...made(place), stage, owner, service_id: promise.serviceId, counts_by: promise.countsBy },
      ...{ first_due_on: promise.firstDueOn, due_on: promise.dueOn },
      ...{ kept_on: promise.keptOn, dropped_on: promise.droppedOn },
    })),
    recommendations: learning.recommendations.map(({ place, stage, owner, became, ...told }) => ({
      ...{ ...made(place), stage, owner, service_id: told.serviceId, due_on: told.dueOn },
      ...{ became, became_on: told.becameOn },
    })),
    causes: causesTold(entries).map(([stage, causes]) => ({ complaint_id: complaintId, stage, causes })),
    // What was settled is no complaint: its people and words go with it.
    people: state.isSettled ? [] : [`${complaintId}/1/1 ${surname}`],
    accounts: (state.isSettled ? [] : state.stages).map(() => surname),
    words: (state.isSettled ? [] : entries).flatMap(({ place, facts: { event } }) =>
      wordsOf(event).map(({ part, words }) => `${place} ${part} ${words}`),
    ),
  };
}

/** The last that each stage's answer was said to be of, also where that is nothing any more. */
function causesTold(entries: readonly TimelineEntry[]): readonly (readonly [number, string[]])[] {
  const causes = new Map<number, string[]>();
  for (const { stage, facts } of entries)
    if (facts.event === 'nameCauses') causes.set(stage, [...facts.causes]);
  return [...causes].sort(([one], [other]) => one - other);
}
