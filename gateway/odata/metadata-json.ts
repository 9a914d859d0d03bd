import {
  type Annotations,
  described,
  restrictionsOf,
  SERVICE_RESTRICTIONS,
  VOCABULARIES,
  vocabularyUri,
} from './annotations';
import { CONTAINER, EDM_TYPES, NAMESPACE } from './edm';
import { type EntitySet, KEY, type Property } from './entity-sets';

/** `$metadata` in JSON. CSDL is written so since 4.01, and what it says is the same. */
export const metadataJson = (sets: readonly EntitySet[]): string =>
  JSON.stringify({
    $Version: '4.01',
    $EntityContainer: `${NAMESPACE}.${CONTAINER}`,
    $Reference: Object.fromEntries(
      Object.entries(VOCABULARIES).map(([alias, name]) => [
        vocabularyUri(name, 'json'),
        { $Include: [{ $Namespace: name, $Alias: alias }] },
      ]),
    ),
    [NAMESPACE]: {
      ...Object.fromEntries(sets.map((set) => [set.type, typeJson(set)])),
      [CONTAINER]: {
        $Kind: 'EntityContainer',
        ...annotationsJson(SERVICE_RESTRICTIONS),
        ...Object.fromEntries(
          sets.map((set) => [
            set.name,
            { $Collection: true, $Type: `${NAMESPACE}.${set.type}`, ...annotationsJson(restrictionsOf(set)) },
          ]),
        ),
      },
    },
  });

const typeJson = ({ properties, description }: EntitySet) => ({
  ...{ $Kind: 'EntityType', $Key: [KEY] },
  ...annotationsJson(described(description)),
  ...Object.fromEntries(properties.map((property) => [property.name, propertyJson(property)])),
});

/** A text that is always there is what a property is where nothing is said. */
const propertyJson = ({ type, description, sortable }: Property) => ({
  ...(type !== 'text' && { $Type: EDM_TYPES[type] }),
  ...(!sortable && { $Nullable: true }),
  ...(type === 'moment' && { $Precision: 3 }),
  ...annotationsJson(described(description)),
});

const annotationsJson = (annotations: Annotations) =>
  Object.fromEntries(Object.entries(annotations).map(([term, value]) => [`@${term}`, plain(value)]));

const plain = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, typeof one === 'boolean' ? one : one.paths]),
      );
