import { FILTER_FUNCTIONS } from './edm';
import type { EntitySet } from './entity-sets';

/** Vocabularies by how terms of them begin here. */
export const VOCABULARIES = {
  Core: 'Org.OData.Core.V1',
  Capabilities: 'Org.OData.Capabilities.V1',
} as const;

/** Where OASIS keeps each. Nobody has to read it there: it is named so that every client knows which is meant. */
export const vocabularyUri = (name: string, type: 'xml' | 'json'): string =>
  `https://oasis-tcs.github.io/odata-vocabularies/vocabularies/${name}.${type}`;

/** The paths of properties, which CSDL does not write as texts. */
export interface Paths {
  readonly paths: readonly string[];
}
export type AnnotationValue =
  | boolean
  | string
  | readonly string[]
  | { readonly [name: string]: boolean | Paths };

/** Terms with their values. */
export type Annotations = Readonly<Record<string, AnnotationValue>>;

export const described = (description: string): Annotations =>
  description === '' ? {} : { 'Core.Description': description };

/** What can be done with a set, as it is: clients of OData ask for nothing that is refused here, and do it themselves. */
export const restrictionsOf = ({ description, properties }: EntitySet): Annotations => ({
  ...described(description),
  'Capabilities.FilterRestrictions': { Filterable: true },
  'Capabilities.SortRestrictions': {
    Sortable: true,
    NonSortableProperties: { paths: properties.flatMap(({ name, sortable }) => (sortable ? [] : [name])) },
  },
  'Capabilities.CountRestrictions': { Countable: true },
  'Capabilities.TopSupported': true,
  'Capabilities.SkipSupported': false,
  'Capabilities.ExpandRestrictions': { Expandable: false },
  'Capabilities.SearchRestrictions': { Searchable: false },
  'Capabilities.InsertRestrictions': { Insertable: false },
  'Capabilities.UpdateRestrictions': { Updatable: false },
  'Capabilities.DeleteRestrictions': { Deletable: false },
});

/** The same of the service as a whole. */
export const SERVICE_RESTRICTIONS: Annotations = {
  'Capabilities.FilterFunctions': FILTER_FUNCTIONS,
  'Capabilities.BatchSupported': false,
  'Capabilities.CrossJoinSupported': false,
  'Capabilities.AsynchronousRequestsSupported': false,
};

/** A term by the whole name of its vocabulary, which clients understand that know no alias. */
export const termOf = (term: string): string =>
  Object.entries(VOCABULARIES).reduce((name, [alias, whole]) => name.replace(`${alias}.`, `${whole}.`), term);
