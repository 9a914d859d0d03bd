import { sharedBy } from '../graph/kept-answers';
import type { AskLive } from './ask-live';
import { type FiguresMember, type FiguresWatch, type WatchTimes, watchFigures } from './figures-watch';
import type { FiguresQuestion } from './question';

/** All questions about figures that somebody follows. */
export interface FiguresHub {
  /** Tells a member its figures. */
  join(question: FiguresQuestion, member: FiguresMember): Joined;
  /** How many questions are followed, however many follow each. */
  size(): number;
}

export interface Joined {
  /** Something may have changed. */
  wake(): void;
  leave(): void;
}

/** Whoever asks the same and may see the same is told the same answer, which was asked for once. */
export function createFiguresHub(options: { readonly ask: AskLive; readonly times: WatchTimes }): FiguresHub {
  const watches = new Map<string, FiguresWatch>();
  return {
    size: () => watches.size,
    join(question, member) {
      const key = sharedKey(question, member);
      const watch = watches.get(key) ?? watchFigures(question, options);
      watches.set(key, watch);
      watch.join(member);
      return {
        wake: watch.wake,
        leave: () => void (watch.leave(member) && watches.delete(key)),
      };
    },
  };
}

/** What an answer goes by: the question, and all of the caller but who it is. */
export const sharedKey = (
  { document, variables }: FiguresQuestion,
  { caller }: Pick<FiguresMember, 'caller'>,
): string => JSON.stringify([...sharedBy(caller().identity), document, variables]);
