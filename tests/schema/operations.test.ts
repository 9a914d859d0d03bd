import fs from 'node:fs';
import path from 'node:path';
import { buildSchema, type DocumentNode, Kind, parse, validate } from 'graphql';
import { createOperationBook } from '../../gateway/operations/operation-book';
import { collectOperations } from '../../scripts/operations/collect-operations';
import { assistantQuestions, ownFolders } from '../../scripts/product/operations';
import * as documents from '../../site/operations/__generated__/operations';

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

describe('the operations that are published by themselves', () => {
  const book = createOperationBook(collectOperations(ownFolders));
  const asked = Object.entries(documents).flatMap(([name, document]) =>
    name.endsWith('Document') ? [[name, String(document)] as const] : [],
  );

  it('are all that the site asks, in the words in which it does', () => {
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(([, text]) => book.byText(text) === null).map(([name]) => name)).toEqual([]);
  });

  it('are all that assistants ask, each a query, and no personal data among it', () => {
    const questions = [...assistantQuestions()];
    expect(questions.length).toBeGreaterThan(5);
    for (const [name, text] of questions) {
      expect([name, book.byText(text)?.kind]).toEqual([name, 'query']);
      expect(text).not.toMatch(/account|complainant|narrative|person|address/i);
    }
  });

  it('are missed where the site asks another', () => {
    for (const [, text] of asked) expect(book.byText(text.replace(/\}\s*$/, ' more }'))).toBeNull();
  });
});
