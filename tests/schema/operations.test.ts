import fs from 'node:fs';
import path from 'node:path';
import { buildSchema, type DocumentNode, Kind, parse, validate } from 'graphql';

const ROOT = path.join(__dirname, '../..');
const FOLDER = path.join(ROOT, 'schema/operations');

const operationsOf = ({ definitions }: DocumentNode) =>
  definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? [definition] : []));

describe('the operations that the site, the bench and the tests share', () => {
  const schema = buildSchema(fs.readFileSync(path.join(ROOT, 'schema/supergraph.graphql'), 'utf8'), {
    assumeValidSDL: true,
  });
  const read = (file: string) => parse(fs.readFileSync(path.join(FOLDER, file), 'utf8'));

  it.each(fs.readdirSync(FOLDER))('can be asked, one named operation a file: %s', (file) => {
    expect(validate(schema, read(file))).toEqual([]);
    const operations = operationsOf(read(file));
    expect(operations.map(({ name }) => name?.value.toLowerCase())).toEqual([
      path.basename(file, '.graphql'),
    ]);
  });

  it('have the dashboard as one request of twelve questions', () => {
    const [dashboard] = operationsOf(read('dashboard.graphql'));
    const fields = dashboard?.selectionSet.selections ?? [];
    expect(fields.map((field) => field.kind === Kind.FIELD && field.name.value)).toEqual(
      Array.from({ length: 12 }, () => 'measures'),
    );
  });

  it('are found wanting when they name what is not there', () => {
    expect(validate(schema, parse('query Wrong { measures(by: []) { rows { likes } } }'))).toHaveLength(1);
  });
});
