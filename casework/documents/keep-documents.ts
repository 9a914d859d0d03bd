import { type CommandAsked, doCommand } from '../live/do-command';
import { isAnonymised } from '../live/read-case';
import { type CommandDone, type CommandResult, peopleGone } from '../live/refusals';
import type { StreamContext } from '../reading/loaders';
import { readDocumentsOf } from './read-documents';
import type { DocumentRow, DocumentSource, LeftOut } from './tables';

/** A document whose file is there, as the gateway's door checked it. */
export interface KeptDocument {
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The place in the list of the e-mail that it came with. */
  readonly parent?: number | null;
  readonly leftOut: readonly LeftOut[];
}

export interface KeepDocumentsAsked {
  /** Names the command, and the documents with it. */
  readonly key: string;
  readonly complaint: string;
  readonly source: DocumentSource;
  readonly documents: readonly KeptDocument[];
}

/** What became of documents, and which files hold them now. */
export interface KeptDocuments {
  readonly outcome: CommandResult;
  readonly ids: readonly string[];
  readonly files: readonly string[];
}

/** The ids of the documents of one command: the stream, as the ids of complaints begin, and the key. */
export const documentIds = (stream: string, key: string, count: number): string[] =>
  Array.from(
    { length: count },
    (_, place) => `${stream}-${key.toLowerCase()}${place === 0 ? '' : `-${place}`}`,
  );

/**
 * Attaches documents to a live complaint, with an entry of its timeline: whatever happened to it meanwhile, since nothing that is
 * attached contradicts it. The same key again with the same content keeps nothing new, and says which files are held.
 */
export async function keepDocuments(
  context: StreamContext,
  { key, complaint, source, documents }: KeepDocumentsAsked,
): Promise<KeptDocuments> {
  const ids = documentIds(context.stream.name, key, documents.length);
  const command: CommandAsked = {
    ...{ key, id: complaint, version: null },
    command: { event: 'attach', documents: ids },
    files: documents.map(({ sha256 }) => sha256),
  };
  const outcome = await doCommand(context, command);
  if (!isDone(outcome)) return refused(outcome);
  const held = await readDocumentsOf(context, { ids });
  if (held.length > 0) return { outcome, ids, files: held.map(({ file }) => file) };
  // Done before, and taken out since.
  if (await isAnonymised(context, complaint)) return refused(peopleGone());
  const rows = documents.map((document, place) => rowOf({ outcome, source, ids, document, place }));
  await insertDocuments(context, rows);
  return { outcome, ids, files: rows.map(({ file }) => file) };
}

const isDone = (outcome: CommandResult): outcome is CommandDone => outcome.__typename === 'CommandDone';

const refused = (outcome: CommandResult): KeptDocuments => ({ outcome, ids: [], files: [] });

function rowOf({
  outcome: { complaintId, entry },
  source,
  ids,
  document,
  place,
}: {
  readonly outcome: CommandDone;
  readonly source: DocumentSource;
  readonly ids: readonly string[];
  readonly document: KeptDocument;
  readonly place: number;
}): DocumentRow {
  const parent = document.parent ?? null;
  return {
    id: ids[place] ?? '',
    ...{ complaint_id: complaintId, entry: entry.place, place, stage: entry.stage },
    ...{ name: document.name, media_type: document.mediaType, bytes: document.bytes },
    ...{ sha256: document.sha256, file: document.file, left_out: document.leftOut },
    source: parent === null ? source : 'EMAIL',
    parent: parent === null ? null : (ids[parent] ?? null),
    ...{ attached_by: entry.by, attached_at: new Date(entry.at) },
  };
}

async function insertDocuments(
  { transaction, stream: { name: schema } }: StreamContext,
  rows: readonly DocumentRow[],
): Promise<void> {
  await transaction.query(
    `insert into "${schema}".document (id, complaint_id, entry, place, stage, name, media_type, bytes, sha256, source, parent,
       left_out, file, attached_by, attached_at)
     select * from jsonb_to_recordset($1::jsonb) as given (id text, complaint_id text, entry int, place smallint, stage smallint,
       name text, media_type text, bytes int, sha256 text, source text, parent text, left_out jsonb, file text,
       attached_by text, attached_at timestamptz)`,
    [JSON.stringify(rows)],
  );
}
