import type { Readable } from 'node:stream';
import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import type { RecordPage } from '../../platform/records/condition';
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

/** A caller's question for one page of a set. */
export interface PageQuestion {
  readonly set: RecordSet;
  readonly page: RecordPage;
}

/** A page on its way. Whoever takes it reads it to its end, or destroys it. */
export interface SentPage {
  /** How many the list has on all its pages, where that was asked. */
  readonly count: number | null;
  readonly asAt: string;
  readonly records: Readable;
}

/** Records on their way, and how many they are. */
export interface SentRecords extends SentPage {
  readonly count: number;
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

const toldModel = z.object({ told: z.object({ count: z.number().nullable(), asAt: z.string() }) });

type Executors = ReadonlyMap<string, SubgraphExecutor>;

/**
 * Asks the part that keeps a set for its records as a caller, who meets the part's own checks and the database's. Throws
 * `RecordsRefused` for what the part refuses, and a `Refusal` where it does not answer.
 */
export async function askRecords(
  executors: Executors,
  { set, where, changedSince, writing }: RecordsQuestion,
  caller: Caller,
): Promise<SentRecords> {
  const asked = {
    ...(set.filter !== null && { where: { type: set.filter, value: where } }),
    ...(changedSince !== null && { changedSince: { type: 'DateTime', value: changedSince } }),
    writing: { type: 'RecordWriting!', value: writing },
  };
  const { count, ...sent } = await read(executors, { set, asked }, caller);
  if (count !== null) return { count, ...sent };
  sent.records.destroy();
  throw unavailable(set.part);
}

/** The same for a page of records, as programs read them back. */
export function askPage(
  executors: Executors,
  { set, page }: PageQuestion,
  caller: Caller,
): Promise<SentPage> {
  const writing = { type: 'RecordWriting!', value: 'TABBED' };
  return read(executors, { set, asked: { writing, page: { type: 'RecordPage!', value: page } } }, caller);
}

interface Reading {
  readonly set: RecordSet;
  /** The arguments of the set's field. */
  readonly asked: Readonly<Record<string, { readonly type: string; readonly value: unknown }>>;
}

async function read(
  executors: Executors,
  { set, asked }: Reading,
  { vouch, requestId, signal }: Caller,
): Promise<SentPage> {
  const question = operationOf(set, asked);
  const identityToken = await vouch({ part: set.part, ...question });
  const executor = executors.get(set.part);
  const reading = withTimeLimit({ timeoutMillis: ANSWER_MILLIS, caller: signal }, async () =>
    executor?.read?.({ ...question, identityToken, requestId, signal }),
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

function operationOf({ field }: RecordSet, asked: Reading['asked']) {
  const names = Object.entries(asked);
  const declared = names.map(([name, { type }]) => `$${name}: ${type}`).join(', ');
  const given = names.map(([name]) => `${name}: $${name}`).join(', ');
  return {
    query: `query (${declared}) { told: ${field}(${given}) { count asAt } }`,
    variables: Object.fromEntries(names.map(([name, { value }]) => [name, value])),
    operationName: null,
  };
}

const unavailable = (part: string): Refusal =>
  new Refusal(
    503,
    'SUBGRAPH_UNAVAILABLE',
    `The part "${part}" does not answer just now. Try again later.`,
    5,
  );
