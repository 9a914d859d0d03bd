import type { Asking } from '../asking';
import type { Valued } from '../figure-words';
import type { Where } from '../inputs';
import { type Definition, definitionsAnswer, dividedAnswer, type Source } from '../models';
import type { Vocabulary } from '../vocabulary';
import { nameOf, plainIn, valuedIn } from './divided-row';

/** What is asked to be divided. */
export interface DividedQuestion {
  readonly by: readonly string[];
  readonly measures: readonly string[];
  readonly where: Where;
  readonly asAt: string | null;
}

/** A row: what it is of, and its figures in the order of the measures. */
export interface DividedRow {
  /** By the dimension's name: as the graph writes it, and null where there is none. */
  readonly of: Readonly<Record<string, string | number | null>>;
  readonly names: readonly string[];
  readonly figures: readonly Valued[];
}

export interface Divided {
  readonly asAt: string;
  readonly isPartial: boolean;
  readonly sources: Source[];
  readonly definitions: readonly Definition[];
  readonly rows: readonly DividedRow[];
}

/** Asks for figures divided, each share with the counts that it was divided from. */
export async function askDivided(
  vocabulary: Vocabulary,
  { by, measures, where, asAt }: DividedQuestion,
  { ask }: Asking,
): Promise<Divided> {
  const { measureDefinitions } = await ask('AssistantMeasures', definitionsAnswer);
  const definitions = measures.flatMap((name) =>
    measureDefinitions.filter(({ measure }) => measure === name),
  );
  const asked = definitions.flatMap(({ measure, numeratorMeasures, denominatorMeasures }) => [
    measure,
    ...numeratorMeasures,
    ...denominatorMeasures,
  ]);
  const variables = {
    ...{ by, where, ...(asAt !== null && { asAt }) },
    ...Object.fromEntries(asked.map((measure) => [vocabulary.fieldOf(measure), true])),
  };
  const { measures: told } = await ask('AssistantDivided', dividedAnswer, variables);
  return {
    ...{ asAt: told.asAt, sources: told.sources, definitions },
    isPartial: told.partial.length > 0 || told.callsPartial,
    rows: told.rows.map((row) => ({
      of: Object.fromEntries(by.map((dimension) => [dimension, plainIn(row, vocabulary.fieldOf(dimension))])),
      names: by.map((dimension) => nameOf(dimension, plainIn(row, vocabulary.fieldOf(dimension)))),
      figures: definitions.map((definition) => valuedIn(row, definition, vocabulary)),
    })),
  };
}
