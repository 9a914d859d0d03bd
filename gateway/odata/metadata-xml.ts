import {
  type Annotations,
  type AnnotationValue,
  described,
  restrictionsOf,
  SERVICE_RESTRICTIONS,
  termOf,
  VOCABULARIES,
  vocabularyUri,
} from './annotations';
import { CONTAINER, EDM_TYPES, NAMESPACE } from './edm';
import { type EntitySet, KEY, type Property } from './entity-sets';

/** `$metadata` in XML (CSDL 4.0). */
export const metadataXml = (sets: readonly EntitySet[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${element(
    'edmx:Edmx',
    { Version: '4.0', 'xmlns:edmx': 'http://docs.oasis-open.org/odata/ns/edmx' },
    ...Object.entries(VOCABULARIES).map(([alias, name]) =>
      element(
        'edmx:Reference',
        { Uri: vocabularyUri(name, 'xml') },
        element('edmx:Include', { Namespace: name, Alias: alias }),
      ),
    ),
    element('edmx:DataServices', {}, schemaXml(sets)),
  )}\n`;

const schemaXml = (sets: readonly EntitySet[]): string =>
  element(
    'Schema',
    { Namespace: NAMESPACE, xmlns: 'http://docs.oasis-open.org/odata/ns/edm' },
    ...sets.map((set) =>
      element(
        'EntityType',
        { Name: set.type },
        element('Key', {}, element('PropertyRef', { Name: KEY })),
        ...set.properties.map(propertyXml),
        ...annotationsXml(described(set.description)),
      ),
    ),
    element(
      'EntityContainer',
      { Name: CONTAINER },
      ...sets.map((set) =>
        element(
          'EntitySet',
          { Name: set.name, EntityType: `${NAMESPACE}.${set.type}` },
          ...annotationsXml(restrictionsOf(set)),
        ),
      ),
      ...annotationsXml(SERVICE_RESTRICTIONS),
    ),
  );

const propertyXml = ({ name, type, description, sortable }: Property): string =>
  element(
    'Property',
    {
      ...{ Name: name, Type: EDM_TYPES[type] },
      ...(sortable && { Nullable: 'false' }),
      ...(type === 'moment' && { Precision: '3' }),
    },
    ...annotationsXml(described(description)),
  );

const annotationsXml = (annotations: Annotations): string[] =>
  Object.entries(annotations).map(([term, value]) => annotationXml(termOf(term), value));

function annotationXml(term: string, value: AnnotationValue): string {
  if (typeof value === 'boolean') return element('Annotation', { Term: term, Bool: String(value) });
  if (typeof value === 'string') return element('Annotation', { Term: term, String: value });
  if (isList(value))
    return element(
      'Annotation',
      { Term: term },
      element('Collection', {}, ...value.map((text) => `<String>${escaped(text)}</String>`)),
    );
  const values = Object.entries(value).map(([property, one]) =>
    typeof one === 'boolean'
      ? element('PropertyValue', { Property: property, Bool: String(one) })
      : element(
          'PropertyValue',
          { Property: property },
          element(
            'Collection',
            {},
            ...one.paths.map((path) => `<PropertyPath>${escaped(path)}</PropertyPath>`),
          ),
        ),
  );
  return element('Annotation', { Term: term }, element('Record', {}, ...values));
}

const isList = (value: AnnotationValue): value is readonly string[] => Array.isArray(value);

function element(name: string, attributes: Readonly<Record<string, string>>, ...within: string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const start = `<${name}${written.join('')}`;
  return within.length === 0 ? `${start}/>` : `${start}>${within.join('')}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
