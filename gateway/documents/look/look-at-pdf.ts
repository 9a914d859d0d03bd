import { type FileBytes, found, type Looked, problem } from './looked';
import { plainNames } from './pdf-names';
import { unpackedStreams } from './pdf-streams';

/** What a PDF may unpack to in all. A hundred pages that were scanned in colour come near it. */
const MOST_BYTES = 1_000_000_000;

/** Names of what runs, opens or sends something, or holds another file. Names can be written with codes in place of letters. */
const ACTIVE =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|Rendition|XFA|SubmitForm|ImportData|GoToE)(?![\w#-])/;
const ENCRYPTED_NAME = /\/Encrypt(?![\w#-])/;
/** A name that lies over the border of two pieces is found in the next. */
const OVERLAP = 200;
const SLICE = 1_000_000;

/**
 * Whether a PDF holds nothing that runs. All of its bytes are looked through, and all that is packed in it is unpacked and looked
 * through too, wherever it stands: what a reader would find by its tables, and what it would find in spite of them.
 */
export async function lookAtPdf(file: FileBytes): Promise<Looked> {
  const content = await file.read(0, file.size);
  if (hasName(content, ENCRYPTED_NAME)) return ENCRYPTED;
  if (hasName(content, ACTIVE)) return ACTIVE_CONTENT;
  let bytes = 0;
  let before = '';
  for await (const { piece, isFirst } of unpackedStreams(content)) {
    if (piece === null) return NOT_LOOKED_INTO;
    bytes += piece.length;
    if (bytes > MOST_BYTES) return TOO_LARGE;
    const text = `${isFirst ? '' : before}${piece.toString('latin1')}`;
    if (ACTIVE.test(plainNames(text))) return ACTIVE_CONTENT;
    before = text.slice(-OVERLAP);
  }
  return found('pdf');
}

function hasName(content: Buffer, name: RegExp): boolean {
  for (let at = 0; at < content.length; at += SLICE) {
    if (name.test(plainNames(content.toString('latin1', Math.max(0, at - OVERLAP), at + SLICE)))) return true;
  }
  return false;
}

const ENCRYPTED = problem(
  'ENCRYPTED',
  'The PDF is protected, so that nobody can look whether it is safe. Print it to a PDF without protection.',
);
const ACTIVE_CONTENT = problem(
  'ACTIVE_CONTENT',
  'The PDF holds a script, a form that sends, or another file within it. Print it to a new PDF: that leaves them out.',
);
const NOT_LOOKED_INTO = problem(
  'ACTIVE_CONTENT',
  'The PDF is packed in a way that cannot be looked into. Print it to a new PDF.',
);
const TOO_LARGE = problem(
  'UNPACKS_TOO_LARGE',
  'The PDF unpacks to far more than a document does. Print it to a new PDF, with smaller pictures.',
);
