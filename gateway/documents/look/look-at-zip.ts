import { KINDS, KINDS_IN_WORDS, type KindName } from '../kinds';
import { type FileBytes, found, type Looked, problem } from './looked';
import { unpackEntry } from './unpack-entry';
import { readZipEntries, type ZipEntry } from './zip-entries';

/** What an archive may unpack to in all, and how many times its own length, where that is much. */
const MOST_BYTES = 500_000_000;
const MOST_RATIO = 150;
const MUCH_BYTES = 20_000_000;

const CONTENT_TYPES = '[Content_Types].xml';
const MIME_TYPE = 'mimetype';
const MANIFEST = 'META-INF/manifest.xml';
const SETTINGS = 'word/_rels/settings.xml.rels';
/** What is read of the document’s own description of itself. */
const TOLD = new Set([CONTENT_TYPES, MIME_TYPE, MANIFEST, SETTINGS]);
const MOST_TOLD_BYTES = 2_000_000;

/** Programs in office documents, by the names under which they are kept. */
const PROGRAMS =
  /(?:^|\/)(?:vbaProject[^/]*\.bin|vbaData\.xml|activeX\/.*|macrosheets\/.*|oleObject[^/]*\.bin|Basic\/.*|Scripts\/.*|[^/]*\.(?:docm|dotm|xlsm|xltm|xlam|pptm|potm|exe|dll|scr|js|vbs|jar|lnk|hta))$/i;

const MAIN: readonly (readonly [KindName, string])[] = [
  ['docx', 'wordprocessingml.document.main+xml'],
  ['xlsx', 'spreadsheetml.sheet.main+xml'],
  ['pptx', 'presentationml.presentation.main+xml'],
];

/** A template that would be fetched from elsewhere when the document is opened; one of the writer’s own machine is none. */
const TEMPLATE_FROM_ELSEWHERE =
  /attachedTemplate"[^>]*Target="(?:https?:|ftp:|\\\\|file:\/\/[^/])|Target="(?:https?:|ftp:|\\\\|file:\/\/[^/])[^>]*attachedTemplate"/i;

/**
 * What an archive is: an office document without programs. All of it is unpacked, into nothing, to know how large it is; that is
 * given up as soon as it is too large.
 */
export async function lookAtZip(file: FileBytes): Promise<Looked> {
  const entries = await readZipEntries(file);
  if (entries === null) return DAMAGED;
  if (entries.some(({ isEncrypted }) => isEncrypted)) return ENCRYPTED;
  if (entries.some(({ name }) => PROGRAMS.test(name))) return MACROS;
  try {
    const told = await unpackAll(file, entries);
    return told === null ? TOO_LARGE : whatIsTold(told);
  } catch {
    return DAMAGED;
  }
}

/** The texts in which the document describes itself, by their names; null where it unpacks to more than it may. */
async function unpackAll(
  file: FileBytes,
  entries: readonly ZipEntry[],
): Promise<ReadonlyMap<string, string> | null> {
  const told = new Map<string, string>();
  const most = Math.min(MOST_BYTES, Math.max(MUCH_BYTES, file.size * MOST_RATIO));
  let bytes = 0;
  for (const entry of entries) {
    const isTold = TOLD.has(entry.name) && entry.bytes <= MOST_TOLD_BYTES;
    const pieces: Buffer[] = [];
    await unpackEntry(file, entry, (piece) => {
      bytes += piece.length;
      if (isTold) pieces.push(piece);
      return bytes <= most;
    });
    if (bytes > most) return null;
    if (isTold) told.set(entry.name, Buffer.concat(pieces).toString('utf8'));
  }
  return told;
}

function whatIsTold(told: ReadonlyMap<string, string>): Looked {
  const types = told.get(CONTENT_TYPES);
  if (types === undefined) return openDocument(told);
  if (/macroEnabled|vbaProject/i.test(types)) return MACROS;
  if (TEMPLATE_FROM_ELSEWHERE.test(told.get(SETTINGS) ?? '')) return FROM_ELSEWHERE;
  const main = MAIN.find(([, type]) => types.includes(type));
  return main === undefined ? ARCHIVE : found(main[0]);
}

function openDocument(told: ReadonlyMap<string, string>): Looked {
  if (told.get(MIME_TYPE)?.trim() !== KINDS.odt.mediaType) return ARCHIVE;
  return /encryption-data/i.test(told.get(MANIFEST) ?? '') ? ENCRYPTED : found('odt');
}

const DAMAGED = problem(
  'DAMAGED',
  'The file is damaged, or packed in a way that cannot be looked into. Save it anew.',
);
const ENCRYPTED = problem(
  'ENCRYPTED',
  'The file is protected by a password, so that nobody can look whether it is safe. Save it without one.',
);
const MACROS = problem('MACROS', 'The file holds macros, or a program. Save it without them, or as PDF.');
const FROM_ELSEWHERE = problem(
  'ACTIVE_CONTENT',
  'The document would fetch a template from elsewhere when it is opened. Save it as PDF.',
);
const TOO_LARGE = problem(
  'UNPACKS_TOO_LARGE',
  'The file unpacks to far more than a document does. It was not opened.',
);
const ARCHIVE = problem(
  'TYPE_NOT_TAKEN',
  `The file is an archive, and no document. Attach the files in it one by one. Taken are: ${KINDS_IN_WORDS}.`,
);
