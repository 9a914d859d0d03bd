import { streamName } from '../../../../domain/figures/names';
import type { Problem } from '../../../forms/problem';
import { unlessLost } from '../../ask-part';
import { codeOf, type WorkStream } from '../worklists/work-streams';

/** What a stream said to a command: a refusal has a message, and mostly the part that it is about. */
interface Said {
  readonly __typename: string;
  readonly message?: string;
  readonly part?: string | null;
}

/** What came of a command that is done in several streams; null where a stream does not answer. */
export interface InStreams<Came extends Said> {
  readonly stream: WorkStream;
  readonly came: Came | null;
}

/** Does the same in each stream; one that is down keeps no other back. */
export const inStreams = <Came extends Said>(
  streams: readonly WorkStream[],
  ask: (stream: WorkStream) => Promise<{ readonly outcome: Came | null }>,
): Promise<InStreams<Came>[]> =>
  Promise.all(
    streams.map(async (stream) => ({
      ...{ stream, came: (await unlessLost(ask(stream)))?.outcome ?? null },
    })),
  );

const AGAIN =
  'What you wrote is still here: send it again in a minute. What was done already is not done twice.';

/**
 * What is in the way of a command that has to be done in all of these streams: each refusal once, beside its field; or which of
 * them do not answer.
 */
export function problemsIn<Came extends Said>(
  all: readonly InStreams<Came>[],
  fieldOf: Readonly<Record<string, string>> = {},
): Problem[] {
  const refusals = new Map<string, Problem>();
  for (const { came } of all) {
    if (came?.message === undefined) continue;
    const { part } = came;
    refusals.set(came.message, {
      field: part == null ? null : (fieldOf[part] ?? part),
      says: came.message,
    });
  }
  const lost = all.filter(({ came }) => came === null).map(({ stream }) => streamName(codeOf(stream)));
  return lost.length === 0
    ? [...refusals.values()]
    : [...refusals.values(), { field: null, says: `${lost.join(', ')}: no answer just now. ${AGAIN}` }];
}

/** Whether a stream does not answer. */
export const isAnyLost = (all: readonly InStreams<Said>[]): boolean => all.some(({ came }) => came === null);
