import type { TableColumn } from '../../platform/files/table';
import type { FigureSet, RecordSet } from '../../platform/records/record-set';
import { type FigureSchema, fieldOf } from '../exports/figures';

/** A property of an entity: a column of the set behind it. */
export interface Property extends TableColumn {
  readonly sortable?: true;
}

/** A set as OData names it, flat, and known by `id`. */
export interface EntitySet {
  readonly name: string;
  /** What one row is. */
  readonly type: string;
  readonly description: string;
  readonly properties: readonly Property[];
  readonly of: { readonly records: RecordSet } | { readonly figures: FigureSet };
}

export const KEY = 'id';

/** What OData calls a set: `ombudsman-cases` is `OmbudsmanCases`. */
export const inPascalCase = (name: string): string =>
  name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The sets of the door: records, what was removed of them, and figures with all measures that the graph has. */
export const readEntitySets = (
  records: readonly RecordSet[],
  figureSets: readonly FigureSet[],
  schema: Pick<FigureSchema, 'fields' | 'measures'>,
): readonly EntitySet[] => [
  ...records.map((set) => ({ ...named(set), properties: set.columns, of: { records: set } })),
  ...figureSets.map((set) => ({
    ...named(set),
    properties: figureProperties(set, schema),
    of: { figures: set },
  })),
];

/** `ombudsman-cases` are `OmbudsmanCases`, and each is an `OmbudsmanCase`. */
function named({ name, description }: Pick<RecordSet, 'name' | 'description'>) {
  const setName = inPascalCase(name);
  return { name: setName, type: setName.replace(/s$/, ''), description };
}

function figureProperties(
  { by }: FigureSet,
  { fields, measures }: Pick<FigureSchema, 'fields' | 'measures'>,
): readonly Property[] {
  const told = [...by, ...measures, 'suppressed'].flatMap((name) => fields.get(fieldOf(name)) ?? []);
  const description = `What the figures are of: ${by.map(fieldOf).join(', ')}, divided by colons; - where there is none.`;
  return [{ name: KEY, type: 'text', description, sortable: true }, ...told];
}
