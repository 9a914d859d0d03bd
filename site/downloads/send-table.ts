import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { ROW_COUNT } from '../pages/note-files';
import type { FileTable } from './file-table';
import { csvOfTable, type FileWords, MEDIA_TYPES, type TableKind, typedFile } from './table-kinds';

/** Sends a table as a file of a kind: the same rows in each. `name` is the file's, without what tells its kind. */
export function sendTable(
  reply: FastifyReply,
  table: FileTable,
  { kind, name, ...words }: FileWords & { readonly kind: TableKind; readonly name: string },
): FastifyReply {
  reply.header('content-disposition', `attachment; filename="${name}.${kind}"`).type(MEDIA_TYPES[kind]);
  if (kind === 'csv') return reply.send(csvOfTable(table));
  const { columns, rows } = table;
  const typed = { columns, rows: once(rows), count: rows.length };
  return reply.header(ROW_COUNT, rows.length).send(Readable.from(typedFile(kind, typed, words)));
}

async function* once<Value>(value: Value): AsyncGenerator<Value> {
  yield value;
}
