import {
  instant,
  int,
  jsonb,
  key,
  nullable,
  references,
  smallint,
  text,
} from '../../platform/tables/columns';
import { defineTable, type RowIn } from '../../platform/tables/define-table';

/** How a document came: somebody attached it, it came with an e-mail, or it was written here as a letter. */
export const DOCUMENT_SOURCES = ['UPLOAD', 'EMAIL', 'LETTER'] as const;
export type DocumentSource = (typeof DOCUMENT_SOURCES)[number];

/** What came with an e-mail and was not kept. Its name is personal data. */
export interface LeftOut {
  readonly name: string;
  readonly reason: string;
}

const described = new Map<string, ReturnType<typeof describeTable>>();

/** The documents of live complaints: what they are, and which files hold them; the same object each time. */
export function documentTable(schema: string) {
  const table = described.get(schema) ?? describeTable(schema);
  described.set(schema, table);
  return table;
}

const describeTable = (schema: string) =>
  defineTable({
    schema,
    name: 'document',
    columns: {
      id: key(text()),
      complaint_id: references(text(), `${schema}.complaint`, 'document_of_complaint'),
      /** The entry of the timeline at which it was attached, and its place among what came then. */
      entry: int(),
      place: smallint(),
      stage: smallint(),
      /** Personal data: people call files after people. */
      name: text(),
      /** By its content, whatever its name says. */
      media_type: text(),
      bytes: int(),
      sha256: text(),
      source: text<DocumentSource>(),
      /** The e-mail that it came with. */
      parent: nullable(text()),
      /** Of an e-mail, what came with it and was not kept. */
      left_out: jsonb<readonly LeftOut[]>(),
      /** What the file is called that holds it. Told to the gateway's door alone, and to nobody who asks the graph. */
      file: text(),
      attached_by: text(),
      attached_at: instant(),
    },
    indices: [
      { name: 'document_by_complaint', columns: ['complaint_id', 'entry', 'place'] },
      { name: 'document_by_file', columns: ['file'], unique: true },
    ],
  });

export type DocumentRow = RowIn<ReturnType<typeof documentTable>>;
