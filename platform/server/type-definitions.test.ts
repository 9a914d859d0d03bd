import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTypeDefinitions } from './type-definitions';

describe("a subgraph's schema", () => {
  let schemaDirectory: string;
  beforeEach(() => {
    schemaDirectory = mkdtempSync(path.join(tmpdir(), 'schema-'));
  });
  afterEach(() => rmSync(schemaDirectory, { recursive: true }));

  function write(files: Record<string, string>): void {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.join(schemaDirectory, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(schemaDirectory, file), text);
    }
  }
  const names = () =>
    readTypeDefinitions({ schemaDirectory, name: 'pond' }).definitions.map(
      (each) => 'name' in each && each.name?.value,
    );

  it('is its own folder, and what of the common one it leads to', () => {
    write({
      'common/a.graphql': 'type Fish { colour: Colour } type Bird { wings: Int }',
      'common/b.graphql': 'enum Colour { RED } type Never { id: ID }',
      'pond/pond.graphql': 'type Query { fish: Fish } extend type Bird { pond: Int }',
    });
    expect(names()).toEqual(['Query', 'Bird', 'Fish', 'Bird', 'Colour']);
  });

  it('has its own definition in place of the common one', () => {
    write({
      'common/a.graphql': 'interface Fish { id: ID colour: Colour } enum Colour { RED }',
      'pond/pond.graphql': 'type Query { fish: Fish } interface Fish { id: ID }',
    });
    expect(names()).toEqual(['Query', 'Fish']);
  });

  it('is refused where there is none, and where it is no GraphQL', () => {
    write({ 'common/a.graphql': 'scalar Day', 'pond/readme.md': '' });
    expect(names).toThrow('schema/pond holds no .graphql file');
    write({ 'pond/pond.graphql': 'type Query {\n  fish:\n}' });
    expect(names).toThrow('Syntax Error');
  });
});
