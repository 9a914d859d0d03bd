import { type DocumentNode, Kind } from 'graphql';
import { fieldOf, readFigureSchema } from '../exports/figures';
import { schemaDocument } from '../graph/schema-document';

/** A value that an assistant may write, and what it means. */
export interface Word {
  readonly value: string;
  readonly means: string;
}

/** A part of the filter, and what it narrows to. */
export interface FilterPart {
  readonly isList: boolean;
  /** A scalar of the graph, or the values that there are. */
  readonly of: string | readonly string[];
  readonly means: string;
}

/** What figures can be asked with: all of it read from the composed schema, so that what is added there can be asked for here. */
export interface Vocabulary {
  readonly measures: readonly string[];
  readonly dimensions: readonly Word[];
  readonly comparisons: readonly string[];
  readonly filter: ReadonlyMap<string, FilterPart>;
  /** The values of an enum of the schema. */
  words(type: string): readonly Word[];
  /** The field of a row of figures that a measure or a dimension is. */
  fieldOf(name: string): string;
}

const FILTER = 'MeasureFilter';

/** Reads what figures can be asked with. */
export function readVocabulary(supergraph: string): Vocabulary {
  const document = schemaDocument(supergraph);
  const { filters, measures } = readFigureSchema(supergraph);
  const said = saidOf(document, FILTER);
  const words = (type: string) => wordsOf(document, type);
  return {
    measures,
    dimensions: words('Dimension'),
    comparisons: words('Comparison').map(({ value }) => value),
    filter: new Map(
      [...(filters.get(FILTER) ?? [])].map(([name, part]) => [
        name,
        { ...part, means: said.get(name) ?? '' },
      ]),
    ),
    words,
    fieldOf,
  };
}

const wordsOf = ({ definitions }: DocumentNode, type: string): Word[] =>
  definitions.flatMap((node) =>
    node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === type
      ? (node.values ?? []).map(({ name, description }) => ({
          value: name.value,
          means: plain(description?.value),
        }))
      : [],
  );

const saidOf = ({ definitions }: DocumentNode, type: string): ReadonlyMap<string, string> =>
  new Map(
    definitions.flatMap((node) =>
      node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && node.name.value === type
        ? (node.fields ?? []).map(({ name, description }) => [name.value, plain(description?.value)] as const)
        : [],
    ),
  );

const plain = (text = ''): string => text.replaceAll('\n', ' ').trim();
