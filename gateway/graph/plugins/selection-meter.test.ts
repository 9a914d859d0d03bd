import { buildSchema, type FragmentDefinitionNode, Kind, parse } from 'graphql';
import { createSelectionMeter } from './selection-meter';

const schema = buildSchema(`
  interface Item { id: ID tags: [Tag] }
  type Book implements Item { id: ID tags: [Tag] pages: Int }
  type Map implements Item { id: ID tags: [Tag] }
  type Film implements Item { id: ID tags: [Tag] }
  type Tag { name: String items: [Item] }
  type Query { items: [Item] tags: [Tag] hello: String }
`);

function measured(query: string) {
  const { definitions } = parse(query);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const [operation] = definitions;
  const root = schema.getQueryType();
  if (operation?.kind !== Kind.OPERATION_DEFINITION || !root) throw new Error('Write an operation first');
  return createSelectionMeter({ schema, fragment: (name) => fragments.get(name) }).measure(
    operation.selectionSet,
    root,
  );
}

describe('the planned fields of a selection', () => {
  it.each([
    ['{ hello }', 1],
    ['{ a: hello b: hello }', 2],
    ['{ items { id } }', 1 + 3],
    ['{ items { id tags { name } } }', 1 + 3 + 3 + 3],
    ['{ tags { items { tags { name } } } }', 1 + 1 + 3 + 3],
    ['{ items { tags { items { id } } } }', 1 + 3 + 3 + 9],
    ['{ items { ... on Book { pages } } }', 1 + 1],
    ['{ items { ... on Item { id } } }', 1 + 3],
    ['{ items { ... on Book { ... on Item { ... on Item { id } } } } }', 1 + 1],
    ['{ items { ... on Book { tags { items { id } } } } }', 1 + 1 + 1 + 3],
    ['{ items { ... { id } ...Id } } fragment Id on Item { id }', 1 + 3 + 3],
    ['{ items { nothing { id } } unknown }', 1 + 3 + 1],
  ])('%s', (query, plannedFields) => {
    expect(measured(query).plannedFields).toBe(plannedFields);
  });

  it('are not all counted where there are far too many', () => {
    const fragments = Array.from(
      { length: 40 },
      (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
    );
    const { plannedFields } = measured(`{ ...F0 } ${fragments.join(' ')} fragment F40 on Query { hello }`);
    expect(plannedFields).toBeGreaterThan(1_000);
  });

  it('are none of a fragment in itself', () => {
    expect(measured('{ ...A } fragment A on Query { hello ...A }').plannedFields).toBe(1);
  });
});

describe('the type that a path comes back to', () => {
  it.each([
    ['{ items { id } }', 'Item', 1],
    ['{ a: items { id } b: items { id } }', 'Item', 1],
    ['{ items { tags { items { id } } } }', 'Item', 2],
    [
      '{ tags { items { ... on Book { tags { items { ...T } } } } } } fragment T on Book { tags { name } }',
      'Tag',
      3,
    ],
  ])('%s', (query, type, times) => {
    expect(measured(query).recurring).toEqual({ type, times });
  });
});

it('measures how wide and how deep a selection is', () => {
  expect(
    measured('{ hello ...Q } fragment Q on Query { items { tags { name } } tags { name } }'),
  ).toMatchObject({
    width: 3,
    depth: 3,
  });
});
