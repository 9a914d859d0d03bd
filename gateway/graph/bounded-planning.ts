import type { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { type DocumentNode, GraphQLError } from 'graphql';
import { beginSpan } from '../../platform/tracing/span';
import { measurePlanning } from '../measured/parts';
import { type Caller, callerOf } from './caller';
import { createSlots, type Slots } from './slots';
import { NoTimeLeftError } from './time-limit';

type Handler = typeof unifiedGraphHandler;
type Executor = NonNullable<Awaited<ReturnType<Handler>>['executor']>;

/** Planning runs on Node's four pool threads, which reading files and looking up names need too. */
const CONCURRENT = 2;
/** Some twenty times what an operation takes that is as large as may be. */
const TIMEOUT_MILLIS = 2_000;

/**
 * Bounds what planning may cost once it has begun: so many at the same time, each ended by its time. Nothing else ends
 * it, since the plan of a document is shared by all who send it, and one who hangs up must not cost the others theirs.
 * Until it has ended the caller's slot is held, so that hanging up makes no room for more. A document whose planning
 * failed is planned anew when it is sent again.
 */
export function boundedPlanning(handle: Handler, { timeoutMillis = TIMEOUT_MILLIS } = {}): Handler {
  return async (options) => {
    /** What to do when the planning for a caller is over. */
    const ends = new WeakMap<Caller, () => void>();
    const { executor, ...handled } = await handle({
      ...options,
      // The first question to a part is the sign that the plan is there.
      onSubgraphExecute: (name, request) => {
        ends.get(callerOf(request.context))?.();
        return options.onSubgraphExecute(name, request);
      },
    });
    if (executor === undefined) throw new Error('The planner gives no way to execute what it planned');
    return {
      ...handled,
      executor: boundedExecutor({ executor, ends, timeoutMillis, slots: createSlots(CONCURRENT) }),
    };
  };
}

interface BoundedExecutor {
  readonly executor: Executor;
  readonly ends: WeakMap<Caller, () => void>;
  readonly timeoutMillis: number;
  readonly slots: Slots;
}

function boundedExecutor({ executor, ends, timeoutMillis, slots }: BoundedExecutor): Executor {
  const planned = new WeakSet<DocumentNode>();
  /** The planner remembers a failure with the document it was given, so it is given another one. */
  const copies = new WeakMap<DocumentNode, DocumentNode>();

  return async (request) => {
    const document = copies.get(request.document) ?? request.document;
    if (planned.has(document)) return executor({ ...request, document });
    const caller = callerOf(request.context);
    const planning = beginPlanning(timeoutMillis);
    caller.holdSlot(planning.over);
    ends.set(caller, planning.end);
    try {
      await planning.waitFor(slots);
      if (caller.signal.aborted) throw new NoTimeLeftError('The caller has hung up');
      const { signal } = planning;
      const execute = async () => executor({ ...request, document, signal });
      return await remembered(execute, { asked: request.document, document, signal });
    } finally {
      planning.end();
    }
  };

  /** Remembers whether planning came to its end, and what to plan the next time where it did not. */
  async function remembered<Result>(
    execute: () => Promise<Result>,
    { asked, document, signal }: { asked: DocumentNode; document: DocumentNode; signal: AbortSignal },
  ): Promise<Result> {
    try {
      const result = await execute();
      planned.add(document);
      return result;
    } catch (error) {
      copies.set(asked, { ...document });
      throw signal.aborted ? tookTooLong() : error;
    }
  }
}

interface Planning {
  readonly signal: AbortSignal;
  /** Resolves when it has ended. */
  readonly over: Promise<void>;
  /** Waits for a slot; its time begins then. */
  waitFor(slots: Slots): Promise<void>;
  end(): void;
}

function beginPlanning(timeoutMillis: number): Planning {
  const controller = new AbortController();
  const ending = new AbortController();
  return {
    signal: controller.signal,
    over: new Promise((resolve) => ending.signal.addEventListener('abort', () => resolve())),
    async waitFor(slots) {
      const release = await slots.take();
      const measured = measurePlanning();
      const span = beginSpan({ name: 'plan' });
      const timer = setTimeout(() => controller.abort(), timeoutMillis);
      ending.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        release();
        measured();
        span.end({ isFailed: controller.signal.aborted });
      });
    },
    end: () => ending.abort(),
  };
}

const tookTooLong = (): GraphQLError =>
  new GraphQLError('This operation takes too long to plan. Split it, or ask for fewer fields in fields.', {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
  });
