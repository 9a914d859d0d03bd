import type { StageVersion } from '../stage-version';

/** A version of a stage, as messages name it. */
export const versionName = ({ stage, inForceFrom }: StageVersion): string =>
  `stage ${stage} from ${inForceFrom}`;

export const isBlank = (text: string): boolean => text.trim() === '';

/** Names that stand more than once in a list, each once. */
export const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) < index)),
];
