import type { Readable } from 'node:stream';
import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import type { RecordSet } from '../../platform/records/record-set';
import type { RecordWriting } from '../../platform/records/send-records';
import type { SubgraphExecutor } from '../../platform/server/executor';
import { Refusal } from '../entrance/refusal';
import type { Caller } from './caller';
import { withTimeLimit } from './time-limit';

/** A caller's question for the records of a set. */
export interface RecordsQuestion {
  readonly set: RecordSet;
  /** The filter, as the graph takes it. */
  readonly where: Readonly<Record<string, unknown>>;
  /** The moment since which something of them has to have changed; null for all. */
  readonly changedSince: unknown;
  readonly writing: RecordWriting;
}

/** Records on their way. Whoever takes them reads them to their end, or destroys them. */
export interface SentRecords {
  readonly count: number;
  readonly asAt: string;
  readonly records: Readable;
}

/** Records are counted before the first is sent. */
const ANSWER_MILLIS = 30_000;

/** What the part refuses, in its words. */
export class RecordsRefused extends Error {
  override readonly name = 'RecordsRefused';

  constructor(readonly told: GraphQLFormattedError) {
    super(told.message);
  }
}

const toldModel = z.object({ told: z.object({ count: z.number(), asAt: z.string() }) });

/**
 * Asks the part that keeps a set for its records as a caller, who meets the part's own checks and the database's. Throws
 * `RecordsRefused` for what the part refuses, and a `Refusal` where it does not answer.
 */
export async function askRecords(
  executors: ReadonlyMap<string, SubgraphExecutor>,
  { set, ...variables }: RecordsQuestion,
  { vouch, requestId, signal }: Caller,
): Promise<SentRecords> {
  const query = `query ($where: ${set.filter}, $changedSince: DateTime, $writing: RecordWriting!) {
    told: ${set.field}(where: $where, changedSince: $changedSince, writing: $writing) { count asAt } }`;
  const asked = { query, variables, operationName: null };
  const identityToken = await vouch({ part: set.part, ...asked });
  const executor = executors.get(set.part);
  const reading = withTimeLimit({ timeoutMillis: ANSWER_MILLIS, caller: signal }, async () =>
    executor?.read?.({ ...asked, identityToken, requestId, signal }),
  );
  const answer = await reading.catch(() => undefined);
  if (answer === undefined) throw unavailable(set.part);
  const told = toldModel.safeParse(answer.result.data);
  if (answer.records === null || !told.success) {
    answer.records?.destroy();
    const [error] = answer.result.errors ?? [];
    throw error === undefined ? unavailable(set.part) : new RecordsRefused(error);
  }
  return { ...told.data.told, records: answer.records };
}

const unavailable = (part: string): Refusal =>
  new Refusal(
    503,
    'SUBGRAPH_UNAVAILABLE',
    `The part "${part}" does not answer just now. Try again later.`,
    5,
  );
