/** What became of a question: which parts were asked for the answer, and whether they say how long it stands. */
export interface AnswerSources {
  /** A part was asked. */
  asked(part: string): void;
  /** It answered without an error from a state of this name, and will answer the same while its state has this name. */
  told(part: string, state: string): void;
  /** Something went wrong with the answer. */
  failed(): void;
  /** The states of all parts that were asked; null where the answer may be another at any time. */
  states(): ReadonlyMap<string, string> | null;
}

/** Nothing is known of a question yet. */
export function answerSources(): AnswerSources {
  const states = new Map<string, string>();
  let open = 0;
  let isGood = true;
  return {
    asked() {
      open += 1;
    },
    told(part, state) {
      open -= 1;
      if ((states.get(part) ?? state) !== state) isGood = false;
      states.set(part, state);
    },
    failed() {
      isGood = false;
    },
    states: () => (isGood && open === 0 && states.size > 0 ? states : null),
  };
}
