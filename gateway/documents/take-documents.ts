import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Spool, Spooled } from '../../platform/files/spool';
import { Refusal } from '../entrance/refusal';
import { shownName } from '../uploads/file-name';
import { type EmailPart, readEmail } from './email/read-email';
import { KINDS, namedAs } from './kinds';
import type { ContentProblem } from './look/looked';
import { withBytes } from './look/open-bytes';
import { whatItIs } from './look/what-it-is';
import type { Scanner } from './scanner/clamd';

/** A document that was looked at and scanned, and whose file is on the disk. */
export interface TakenDocument {
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The place, among those taken with it, of the e-mail that it came with. */
  readonly parent: number | null;
  /** Of an e-mail, what came with it and is not kept. */
  readonly leftOut: { readonly name: string; readonly reason: string }[];
}

export interface Taking {
  readonly spool: Pick<Spool, 'receive' | 'remove' | 'pathOf'>;
  /** Null where files are not scanned. */
  readonly scanner: Scanner | null;
  readonly maximumBytes: number;
}

/** E-mails within e-mails within e-mails are opened, and none further in. */
const MOST_DEPTH = 3;
const MOST_PARTS = 100;
const MOST_LEFT_OUT = 100;

/**
 * Looks at a file that was received, and at what came with it where it is an e-mail: each by the same checks. Throws a `Refusal`
 * where the file itself is not taken, or cannot be scanned; nothing is left of it then.
 */
export async function takeDocuments(
  taking: Taking,
  { file, name }: { readonly file: Spooled; readonly name: string | null },
): Promise<readonly TakenDocument[]> {
  const taken: TakenDocument[] = [];
  try {
    const problem = await take({ ...taking, taken }, { file, name, parent: null, depth: 1 });
    if (problem !== null) throw new Refusal(422, problem.code, problem.message);
    return taken;
  } catch (error) {
    await removeAll(taking, [file.name, ...taken.map((one) => one.file)]);
    throw error;
  }
}

/** Removes files that are not wanted after all. */
export async function removeAll({ spool }: Pick<Taking, 'spool'>, files: readonly string[]): Promise<void> {
  for (const file of files) await spool.remove(file);
}

interface Under extends Taking {
  readonly taken: TakenDocument[];
}

interface One {
  readonly file: Spooled;
  readonly name: string | null;
  readonly parent: number | null;
  readonly depth: number;
}

/** Why a document is not taken; null for one that was. */
async function take(
  under: Under,
  { file, name, parent, depth }: One,
): Promise<(Omit<ContentProblem, 'code'> & { readonly code: string }) | null> {
  const path = under.spool.pathOf(file.name);
  const shown = (name === null ? null : shownName(name)) ?? 'document';
  const looked = await withBytes(path, (bytes) => whatItIs(bytes, shown));
  if ('problem' in looked) return looked.problem;
  const harmful = await scan(under.scanner, path);
  if (harmful !== null) return harmful;
  const document: TakenDocument = {
    ...{ file: file.name, bytes: file.bytes, sha256: file.sha256, parent, leftOut: [] },
    ...{ name: namedAs(shown, looked.kind), mediaType: KINDS[looked.kind].mediaType },
  };
  const place = under.taken.push(document) - 1;
  if (looked.kind === 'eml' && depth <= MOST_DEPTH) await takeParts(under, { document, place, depth, path });
  return null;
}

/** What came with an e-mail. What is not taken of it is named with the reason, and the e-mail is kept all the same. */
async function takeParts(
  under: Under,
  of: {
    readonly document: TakenDocument;
    readonly place: number;
    readonly depth: number;
    readonly path: string;
  },
): Promise<void> {
  const email = await readEmail(await readFile(of.path));
  for (const part of email?.parts ?? []) {
    const problem = await takePart(under, part, of);
    const name = (part.name === null ? null : shownName(part.name)) ?? 'a part without a name';
    if (problem !== null && of.document.leftOut.length < MOST_LEFT_OUT)
      of.document.leftOut.push({ name, reason: problem.message });
  }
}

async function takePart(
  under: Under,
  { name, content }: EmailPart,
  { place, depth }: { readonly place: number; readonly depth: number },
): Promise<{ readonly message: string } | null> {
  if (content.length === 0) return { message: 'It is empty.' };
  if (content.length > under.maximumBytes)
    return { message: `It is longer than ${under.maximumBytes} bytes (DOCUMENT_MAX_BYTES).` };
  if (under.taken.length >= MOST_PARTS) return { message: `More than ${MOST_PARTS} documents came with it.` };
  const { spool, maximumBytes } = under;
  const file = await spool.receive(Readable.from([Buffer.from(content)]), { maximumBytes });
  const problem = await take(under, { file, name, parent: place, depth: depth + 1 }).catch(async (error) => {
    await spool.remove(file.name);
    throw error;
  });
  if (problem !== null) await spool.remove(file.name);
  return problem;
}

async function scan(scanner: Scanner | null, path: string) {
  if (scanner === null) return null;
  const scanned = await scanner.scan(path).catch(() => null);
  if (scanned === null)
    throw new Refusal(
      503,
      'SCANNER_UNAVAILABLE',
      'The file could not be scanned for harmful software just now. Nothing of it is kept: attach it again later.',
      30,
    );
  if (scanned === 'CLEAN') return null;
  return {
    code: 'HARMFUL',
    message: 'The scanner found harmful software in the file. Nothing of it is kept.',
  };
}
