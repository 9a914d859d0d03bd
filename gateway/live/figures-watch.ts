import type { Caller } from '../graph/caller';
import { type AskLive, isIncomplete, type LiveAnswer } from './ask-live';
import type { FiguresQuestion } from './question';

/** Somebody who is told figures. */
export interface FiguresMember {
  caller(): Caller;
  tell(answer: LiveAnswer): void;
  /** Told when they could not be asked for at all. */
  fail(): void;
}

/** One question about figures, asked once for all who ask it and may see the same. */
export interface FiguresWatch {
  /** Tells a member what is known, or as soon as it is. */
  join(member: FiguresMember): void;
  /** Tells them nothing more. Gives whether nobody is left: then it is over. */
  leave(member: FiguresMember): boolean;
  /** Something may have changed. */
  wake(): void;
}

export interface WatchTimes {
  /** The least time between two askings. */
  readonly gapMillis: number;
  /** How soon it is asked again for what was missing. */
  readonly retryMillis: number;
  /** How often it is asked though nothing was told to have changed: the day may have, or nobody could tell. */
  readonly againMillis: number;
}

export const WATCH_TIMES: WatchTimes = { gapMillis: 1_000, retryMillis: 5_000, againMillis: 60_000 };

/** Asks when something may have changed, and tells when the answer is another. Members who cannot take it yet get the newest. */
export function watchFigures(
  question: FiguresQuestion,
  { ask, times }: { readonly ask: AskLive; readonly times: WatchTimes },
): FiguresWatch {
  const members = new Set<FiguresMember>();
  const over = new AbortController();
  let known: { readonly answer: LiveAnswer; readonly text: string } | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isAsking = false;
  let isDue = false;
  let notBeforeMillis = 0;

  const askIn = (millis: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void turn(), millis);
    timer.unref();
  };
  const soon = () => askIn(Math.max(0, notBeforeMillis - performance.now()));

  async function turn(): Promise<void> {
    const [first] = members;
    if (first === undefined) return;
    isAsking = true;
    isDue = false;
    notBeforeMillis = performance.now() + times.gapMillis;
    const answer = await ask(question, first.caller(), over.signal).catch(() => null);
    isAsking = false;
    if (answer === null) for (const member of members) member.fail();
    else tellAll(answer);
    if (over.signal.aborted) return;
    if (isDue) soon();
    else askIn(answer !== null && isIncomplete(answer) ? times.retryMillis : times.againMillis);
  }

  function tellAll(answer: LiveAnswer): void {
    const text = JSON.stringify(answer);
    if (text === known?.text) return;
    known = { answer, text };
    for (const member of members) member.tell(answer);
  }

  return {
    join(member) {
      members.add(member);
      if (known !== null) member.tell(known.answer);
      else if (!isAsking) askIn(0);
    },
    leave(member) {
      members.delete(member);
      if (members.size > 0) return false;
      clearTimeout(timer);
      over.abort();
      return true;
    },
    wake() {
      // Each of its members wakes it.
      if (isDue) return;
      isDue = true;
      if (!isAsking) soon();
    },
  };
}
