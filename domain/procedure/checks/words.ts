import type { StageVersion } from '../stage-version';

/** A version of a stage, as messages name it. */
export const versionName = ({ stage, inForceFrom }: Pick<StageVersion, 'stage' | 'inForceFrom'>): string =>
  `stage ${stage} from ${inForceFrom}`;

/** Whether a text says nothing. */
export const isBlank = (text: string): boolean => text.trim() === '';

/** Names that stand more than once in a list, each once. */
export const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) < index)),
];
