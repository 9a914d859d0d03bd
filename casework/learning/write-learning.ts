import { promiseChanged } from '../../contracts/events/promise-changed';
import { isLearning } from '../../domain/procedure/apply-learning';
import type { CaseState } from '../../domain/procedure/case-state';
import type { TimelineEntry } from '../../domain/procedure/command';
import type { PromiseOfCase, RecommendationOfCase } from '../../domain/procedure/learning';
import type { LearningFacts } from '../../domain/procedure/learning-facts';
import { publish } from '../../platform/outbox/outbox';
import { bulkUpsert } from '../../platform/transaction/bulk';
import type { Transaction } from '../../platform/transaction/transaction';
import { enumName } from '../stream/definition';
import { learningTables, type PromiseRow, type RecommendationRow } from './tables';

/** An entry of a timeline that was written, with what the complaint is after it. */
export interface Learned {
  readonly complaintId: string;
  readonly authority: string;
  readonly entry: TimelineEntry;
  readonly after: CaseState;
}

/**
 * Brings promises, recommendations and causes to what the timeline tells after an entry, and publishes a complaint's promises
 * where one changed. Entries about anything else change nothing. In the caller's transaction.
 */
export async function writeLearning(
  transaction: Transaction,
  schema: string,
  { complaintId, authority, entry, after }: Learned,
): Promise<void> {
  const { facts } = entry;
  if (!isLearning(facts)) return;
  const tables = learningTables(schema);
  const touched = touchedPlace(facts, entry.place);
  const isTouched = ({ place }: { readonly place: number }) => place === touched;
  const { promises, recommendations, causes } = after.learning;
  const of = {
    complaintId,
    serviceId: after.serviceId,
    madeAt: await madeAt(transaction, schema, { complaintId, entry, touched }),
  };
  const changed = promises.filter(isTouched).map((promise) => promiseRow(promise, of));
  await bulkUpsert(transaction, tables.promise, changed);
  const recommended = recommendations.filter(isTouched).map((held) => recommendationRow(held, of));
  await bulkUpsert(transaction, tables.recommendation, recommended);
  if (facts.event === 'nameCauses') {
    const named = causes.find(({ stage }) => stage === entry.stage)?.causes ?? [];
    const row = { complaint_id: complaintId, stage: entry.stage, causes: [...named] };
    await bulkUpsert(transaction, tables.cause, [row]);
  }
  if (changed.length > 0) await publishPromises(transaction, schema, { complaintId, authority, after });
}

/** The place of the promise or the recommendation that an entry makes or follows. */
function touchedPlace(facts: LearningFacts, place: number): number {
  if ('promise' in facts) return facts.promise;
  return 'recommendation' in facts ? facts.recommendation : place;
}

interface Of {
  readonly complaintId: string;
  readonly madeAt: Date;
}

const promiseRow = (promise: PromiseOfCase, { complaintId, madeAt }: Of): PromiseRow => ({
  ...{ complaint_id: complaintId, place: promise.place, stage: promise.stage, owner: promise.owner },
  service_id: promise.serviceId,
  ...{ first_due_on: promise.firstDueOn, due_on: promise.dueOn, counts_by: promise.countsBy },
  ...{ kept_on: promise.keptOn, dropped_on: promise.droppedOn, made_at: madeAt },
});

const recommendationRow = (held: RecommendationOfCase, { complaintId, madeAt }: Of): RecommendationRow => ({
  ...{ complaint_id: complaintId, place: held.place, stage: held.stage, owner: held.owner },
  ...{ service_id: held.serviceId, due_on: held.dueOn },
  ...{ became: held.became, became_on: held.becameOn, made_at: madeAt },
});

/** When what an entry follows was made: at its own entry. */
async function madeAt(
  transaction: Transaction,
  schema: string,
  of: { readonly complaintId: string; readonly entry: TimelineEntry; readonly touched: number },
): Promise<Date> {
  if (of.touched === of.entry.place) return new Date(of.entry.at);
  const [made] = await transaction.query<{ at: Date }>(
    `select at from "${schema}".timeline_entry where complaint_id = $1 and place = $2`,
    [of.complaintId, of.touched],
  );
  return made?.at ?? new Date(of.entry.at);
}

const publishPromises = (
  transaction: Transaction,
  schema: string,
  { complaintId: id, authority, after }: Omit<Learned, 'entry'>,
): Promise<void> =>
  publish(transaction, schema, [
    promiseChanged.event({
      ...{ subject: id, version: after.version },
      payload: { id, authority, stream: enumName(schema), promises: after.learning.promises.map(published) },
    }),
  ]);

const published = ({ stage, countsBy, keptOn, droppedOn }: PromiseOfCase) => ({
  ...{ stage, dueOn: countsBy, keptOn, droppedOn },
});
