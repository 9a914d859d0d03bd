/** Names that stand in the program or in what was published: parts, followers, operations. Never a text that somebody wrote. */
export interface KnownNames {
  /** Gives the name, which is known from now on. */
  add(name: string): string;
  has(name: string): boolean;
}

const NAME = /^[A-Za-z][\w:/.*-]{0,99}$/;
const MOST_NAMES = 500;

/**
 * Names that a label may have, as they become known while the process runs. What is no name, and what comes after so many, is not
 * taken: its measurements are those of `other`.
 */
export function knownNames({ most = MOST_NAMES } = {}): KnownNames {
  const names = new Set<string>();
  return {
    add(name) {
      if (names.size < most && NAME.test(name)) names.add(name);
      return name;
    },
    has: (name) => names.has(name),
  };
}

/** The parts that this process runs or asks. */
export const knownParts = knownNames();
