import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Spool } from '../../platform/files/spool';
import { attachmentNamed } from '../../platform/server/attachment';
import { Refusal } from '../entrance/refusal';
import { sendAnswer } from '../exports/send-answer';
import type { Caller } from '../graph/caller';
import { forbiddenIn } from '../graph/forbidden';
import type { Graph } from '../graph/graph';
import { readEmail } from './email/read-email';
import { KINDS, kindOfMedia } from './kinds';

const FILE = `query ($id: ID!) { file: documentFile(id: $id) { file name mediaType bytes sha256 } }`;
const model = z.object({
  file: z
    .object({ file: z.string(), name: z.string(), mediaType: z.string(), bytes: z.int(), sha256: z.string() })
    .nullable(),
});

/** Which file holds a document. */
export type HeldFile = NonNullable<z.output<typeof model>['file']>;

/** Asks which file holds a document, and so has its reading recorded. Throws a `Refusal` where there is none for the caller, or nobody could record it. */
export async function askFile(
  graph: Pick<Graph, 'internally'>,
  { part, id }: { readonly part: string; readonly id: string },
  caller: Caller,
): Promise<HeldFile> {
  const answer = await graph.internally({ part, document: FILE, variables: { id } }, caller);
  if (forbiddenIn(answer) !== null) throw notThere();
  const read = model.safeParse(answer?.data);
  if (!read.success || (answer?.errors ?? []).length > 0)
    throw new Refusal(
      503,
      'SUBGRAPH_UNAVAILABLE',
      'The part that keeps the complaint does not answer just now, or could not record the reading. Try again later.',
      5,
    );
  if (read.data.file === null) throw notThere();
  return read.data.file;
}

/** Also for a document that is there and not for the caller: whether it is, is not told. */
export const notThere = (): Refusal =>
  new Refusal(404, 'NOT_FOUND', 'There is no document of this id, or it is not for you to read.');

/** Throws where a file is not as it was kept. What is thrown is logged, and told to nobody. */
async function checkContent(path: string, { sha256 }: HeldFile): Promise<void> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece);
  if (hash.digest('hex') !== sha256) throw new Error('The file of a document is not as it was kept');
}

/** Nothing in what is sent may run, fetch or be taken for a part of a page, wherever a browser shows it. */
const NOTHING_RUNS =
  "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const PICTURE_ALONE = `${NOTHING_RUNS}; img-src 'self' data:; style-src 'unsafe-inline'`;

/** Sends a document as it is, to be kept by whoever asked. */
export async function sendWhole(
  spool: Pick<Spool, 'pathOf'>,
  held: HeldFile,
  response: ServerResponse,
): Promise<void> {
  const path = spool.pathOf(held.file);
  await checkContent(path, held);
  response.setHeader('content-security-policy', NOTHING_RUNS);
  response.setHeader('content-disposition', attachmentNamed(held.name));
  await send(response, { path, mediaType: held.mediaType });
}

/** Sends what of a document can be shown without a program of its own: a picture as it is, the rest as text. */
export async function sendPreview(
  spool: Pick<Spool, 'pathOf'>,
  held: HeldFile,
  response: ServerResponse,
): Promise<void> {
  const preview = kindOfMedia(held.mediaType)?.preview ?? null;
  if (preview === null)
    throw new Refusal(
      415,
      'NO_PREVIEW',
      'There is no preview of this kind of document. Fetch the document itself.',
    );
  const path = spool.pathOf(held.file);
  await checkContent(path, held);
  response.setHeader('content-disposition', 'inline');
  response.setHeader('content-security-policy', preview === 'IMAGE' ? PICTURE_ALONE : NOTHING_RUNS);
  if (preview === 'IMAGE') return send(response, { path, mediaType: held.mediaType });
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(await textOf(path, held));
}

async function textOf(path: string, { mediaType }: HeldFile): Promise<string> {
  const content = await readFile(path);
  if (mediaType !== KINDS.eml.mediaType) return decoded(content);
  return (
    (await readEmail(content))?.text ?? 'The e-mail cannot be read. Fetch it, and open it in a mail program.'
  );
}

/** UTF-8, or what Windows wrote before it. */
function decoded(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}

async function send(
  response: ServerResponse,
  { path, mediaType }: { readonly path: string; readonly mediaType: string },
): Promise<void> {
  response.setHeader(
    'content-type',
    mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
  );
  await sendAnswer(response, createReadStream(path));
}
