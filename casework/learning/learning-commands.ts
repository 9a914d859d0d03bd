import { londonDayOf } from '../../domain/calendar/day';
import type { Cause, RecommendationEnd } from '../../domain/procedure/learning';
import type { LearningFacts } from '../../domain/procedure/learning-facts';
import { type CommandAsked, doCommand } from '../live/do-command';
import { checkMayWork } from '../live/live-caller';
import type { Words } from '../live/live-stage';
import type { CommandResult } from '../live/refusals';
import type { StreamContext } from '../reading/loaders';
import { givenDay, givenOwner, givenService, givenWords, UnusablePart, wordsOrNone } from './check';

/** What every command names: itself, its complaint, and the version of it that was seen. */
type Named = Pick<CommandAsked, 'key' | 'id' | 'version'>;

/** What is to be recorded, with the words that go with it. */
interface Meant {
  readonly command: LearningFacts;
  readonly words: readonly Words[];
}

/** A command on what is learned, as its arguments mean it. */
type Reading<Asked> = (asked: Asked, context: StreamContext) => Meant | Promise<Meant>;

/** Does a command, or says which part of it cannot be meant. */
const command =
  <Asked>(read: Reading<Asked>) =>
  async (asked: Named & Asked, context: StreamContext): Promise<CommandResult> => {
    checkMayWork(context.identity, context.stream.name);
    const { key, id, version } = asked;
    try {
      return await doCommand(context, { key, id, version, ...(await read(asked, context)) });
    } catch (error) {
      if (error instanceof UnusablePart) return error.refusal;
      throw error;
    }
  };

const written = (part: string, words: string | null): readonly Words[] =>
  words === null ? [] : [{ part, words }];

interface OfOwner {
  readonly owner?: string | null;
  readonly serviceId?: string | null;
}

/** Records an action that the latest answer promised. */
export const promiseAction = command<OfOwner & { readonly action: string; readonly dueOn: unknown }>(
  async (asked, { transaction, stream }) => ({
    command: {
      event: 'promise',
      owner: givenOwner(asked.owner),
      serviceId: await givenService(transaction, stream.name, asked.serviceId),
      dueOn: givenDay('dueOn', asked.dueOn),
    },
    words: written('PROMISE', givenWords('action', asked.action)),
  }),
);

interface OfPromise {
  readonly promise: number;
}

/** Records that a promised action was done. */
export const completeAction = command<OfPromise & { readonly on: unknown; readonly evidence: string }>(
  ({ promise, on, evidence }) => ({
    command: { event: 'keepPromise', promise, on: givenDay('on', on), hasEvidence: evidence.trim() !== '' },
    words: written('EVIDENCE', wordsOrNone('evidence', evidence)),
  }),
);

/** Gives a promised action another day, from today's point of view. */
export const moveAction = command<OfPromise & { readonly to: unknown; readonly reason: string }>(
  ({ promise, to, reason }, { clock }) => ({
    command: {
      ...{ event: 'movePromise', promise, on: londonDayOf(clock.now()), to: givenDay('to', to) },
      hasReason: reason.trim() !== '',
    },
    words: written('REASON', wordsOrNone('reason', reason)),
  }),
);

/** Gives a promised action up, today. */
export const dropAction = command<OfPromise & { readonly reason: string }>(
  ({ promise, reason }, { clock }) => ({
    command: {
      ...{ event: 'dropPromise', promise, on: londonDayOf(clock.now()), hasReason: reason.trim() !== '' },
    },
    words: written('REASON', wordsOrNone('reason', reason)),
  }),
);

/** Names what was behind a complaint, each cause once. */
export const nameCauses = command<{ readonly causes: readonly Cause[] }>(({ causes }) => ({
  command: { event: 'nameCauses', causes: [...new Set(causes)].sort() },
  words: [],
}));

/** Recommends an improvement. */
export const recommendImprovement = command<
  OfOwner & { readonly recommendation: string; readonly dueOn?: unknown }
>(async (asked, { transaction, stream }) => ({
  command: {
    event: 'recommend',
    owner: givenOwner(asked.owner),
    serviceId: await givenService(transaction, stream.name, asked.serviceId),
    dueOn: asked.dueOn === null || asked.dueOn === undefined ? null : givenDay('dueOn', asked.dueOn),
  },
  words: written('RECOMMENDATION', givenWords('recommendation', asked.recommendation)),
}));

/** Says what becomes of a recommendation. */
export const followRecommendation = command<{
  readonly recommendation: number;
  readonly became: RecommendationEnd;
  readonly on: unknown;
  readonly reason?: string | null;
}>(({ recommendation, became, on, reason }) => {
  const words = wordsOrNone('reason', reason);
  return {
    command: {
      ...{ event: 'followRecommendation', recommendation, became, on: givenDay('on', on) },
      hasReason: words !== null,
    },
    words: written('REASON', words),
  };
});
