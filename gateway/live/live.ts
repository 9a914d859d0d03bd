import type { DocumentNode } from 'graphql';
import type { IdentitySigner } from '../../platform/identity/signer';
import type { SubgraphExecutor } from '../../platform/server/executor';
import type { Visit } from '../doors/door';
import { Refusal } from '../entrance/refusal';
import type { Graph } from '../graph/graph';
import type { AskedOperation } from '../operations/asked-operation';
import { createAskLive } from './ask-live';
import { beginTelling } from './begin-telling';
import { type EventStream, type EventTimes, openEventStream } from './event-stream';
import { createFiguresHub } from './figures-hub';
import { WATCH_TIMES, type WatchTimes } from './figures-watch';
import { createLivePlaces, type LiveLimits } from './live-places';
import { readLiveQuestion } from './live-question';
import { createPartChanges } from './part-changes';
import { openSession, type Session } from './session';
import { ended, type ToldError } from './told-error';

export interface LiveSettings {
  /** How many subscriptions may be open; see there. */
  readonly limits?: LiveLimits;
  readonly watch?: WatchTimes;
  readonly events?: EventTimes;
}

export interface CreateLive extends LiveSettings {
  readonly graph: Pick<Graph, 'ask' | 'subscriptionSchemaOf'>;
  readonly executors: ReadonlyMap<string, SubgraphExecutor>;
  readonly identitySigner: IdentitySigner;
}

/** Subscriptions, each a question that is asked again as its caller whenever what it is made of may have changed. */
export interface Live {
  /** Answers with events until it is over. Throws a `Refusal` before the first. */
  answer(
    visit: Pick<Visit, 'response' | 'caller'>,
    asked: AskedOperation,
    document: DocumentNode,
  ): Promise<void>;
  /** What is open. */
  size(): { readonly subscriptions: number; readonly questions: number };
  /** Ends all, with what says why. */
  stop(): void;
}

const EVENT_TIMES: EventTimes = { beatMillis: 15_000, unreadMillis: 60_000 };

/** Nothing of a subscription is held between its events: no connection to a database, no slot, and of what changed ids alone. */
export function createLive({ graph, limits, watch, events, ...parts }: CreateLive): Live {
  const ask = createAskLive(graph);
  const changes = createPartChanges(parts);
  const hub = createFiguresHub({ ask, times: watch ?? WATCH_TIMES });
  const places = createLivePlaces(limits);
  const sessions = new Set<Session>();
  let isStopped = false;
  return {
    size: () => ({ subscriptions: places.size(), questions: hub.size() }),
    stop() {
      isStopped = true;
      for (const { end } of sessions) end(GOING_AWAY);
    },
    async answer({ response, caller }, asked, document) {
      const schema = graph.subscriptionSchemaOf(caller);
      if (schema === null) throw notOpen(caller.identity.subject);
      const free = places.take(caller.identity.subject);
      try {
        const question = readLiveQuestion(document, asked, schema);
        const open = () => openEventStream(response, events ?? EVENT_TIMES);
        if (!('kind' in question)) return endedAtOnce(open(), question);
        caller.freeSlot?.();
        await beginTelling(question, {
          ...{ ask, changes, hub },
          open(onRenewed) {
            const session = openSession({ caller, stream: open(), onRenewed });
            sessions.add(session);
            session.signal.addEventListener('abort', () => sessions.delete(session), { once: true });
            if (isStopped) session.end(GOING_AWAY);
            return session;
          },
        });
      } finally {
        free();
      }
    },
  };
}

/** What is wrong with a subscription is told as an event: a browser's own client shows nothing of any other answer. */
function endedAtOnce(stream: EventStream, errors: readonly ToldError[]): void {
  stream.next({ errors });
  stream.complete();
}

const GOING_AWAY = ended('GOING_AWAY', 'The gateway is being stopped. Subscribe again in a few seconds.');

const notOpen = (subject: string): Refusal =>
  new Refusal(
    403,
    'FORBIDDEN',
    'Your role may not subscribe. It is not open to partners, who are told what changed by their inbox of events, or a webhook.',
    null,
    subject,
  );
