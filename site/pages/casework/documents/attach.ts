import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUuid } from '../../../../platform/server/named-command';
import { textsIn } from '../../../forms/fields';
import type { Attached } from '../../../gateway/documents';
import { GatewayRefusal } from '../../../gateway/refusal';
import { ForeignForm } from '../../../server/check-form';
import { fieldsBeforeFile, MOST_FILES, readFilesForm } from '../../../server/file-form';
import { idOf } from '../../complaint/id';
import { complaintHref } from '../../complaints/rows';
import { queryOf, type SiteMakers, sendPage, steadyAskingOf } from '../../page-makers';
import { askDocuments } from './ask-documents';
import { bytesWords, documentsHref, documentViews } from './documents-view';
import { fileKey } from './file-keys';

export type DocumentMakers = Pick<SiteMakers, 'page' | 'gateway' | 'documents' | 'nameOf'>;

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What became of one file of a form. */
interface Outcome {
  readonly name: string;
  readonly attached: Attached;
}

/** What the page says besides the documents. */
interface Said {
  readonly problems?: readonly string[];
  /** How many were attached just now. */
  readonly done?: number;
  /** Whether files were sent that were not taken: the form was made before the last sign-in. */
  readonly isLate?: boolean;
}

/** The documents of a complaint, with the form by which more are attached. */
export async function sendDocuments(
  makers: DocumentMakers,
  { request, reply }: Exchange,
  { problems = [], done = 0, isLate = false }: Said,
): Promise<FastifyReply> {
  const { id, reference, documents } = await askDocuments(makers, request);
  const taken = await makers.documents.taken(steadyAskingOf(request));
  const view = {
    ...{ reference, complaintHref: complaintHref(id), formHref: documentsHref(id), key: randomUUID() },
    ...{ done, isLate, isScanned: taken.isScanned, mostFiles: MOST_FILES },
    documents: documents && documentViews(documents, { complaint: id, nameOf: makers.nameOf }),
    kinds: taken.kinds.map(({ title }) => title).join(', '),
    longest: bytesWords(taken.maximumBytes),
    problems: problems.map((says) => ({ says, href: '#files' })),
  };
  const status = isLate && request.method === 'POST' ? 403 : problems.length > 0 ? 400 : 200;
  return sendPage(reply, makers.page(request, 'casework/documents-page.njk', view), status);
}

/** What an address says was attached just before. */
export function saidIn(request: FastifyRequest): Said {
  const { attached, late } = queryOf(request);
  const done = typeof attached === 'string' && /^\d{1,2}$/.test(attached) ? Number(attached) : 0;
  return { done, isLate: late === 'true' };
}

/** Attaches the files of a form. Of several, each is taken or refused for itself; what was sent twice is attached once. */
export async function attachFiles(
  makers: DocumentMakers,
  { request, reply }: Exchange,
): Promise<FastifyReply> {
  const id = idOf(request);
  if (request.visitor === null) return reply.redirect(await lateHref(request, id), 303);
  const read = await readFilesForm(request, async (given, { name, body }, place): Promise<Outcome> => {
    const { key } = textsIn(given, ['key']);
    if (!isUuid(key)) throw new ForeignForm(given);
    const file = { complaint: id, key: fileKey(key, place), source: 'UPLOAD', name, body } as const;
    const attached = await makers.documents.attach(file, steadyAskingOf(request)).catch(lost);
    return { name, attached };
  }).catch((error: unknown) => {
    if (error instanceof ForeignForm) return null;
    throw error;
  });
  if (read === null) return sendDocuments(makers, { request, reply }, { isLate: true });
  const { results } = read;
  if (results.length === 0)
    return sendDocuments(
      makers,
      { request, reply },
      { problems: ['Choose the files that you want to attach.'] },
    );
  const problems = results.flatMap(({ name, attached }) =>
    'refused' in attached ? [`${name} was not attached. ${attached.refused}`] : [],
  );
  const done = results.flatMap(({ attached }) => ('refused' in attached ? [] : attached.documents)).length;
  if (problems.length > 0) return sendDocuments(makers, { request, reply }, { problems, done });
  return reply.redirect(`${documentsHref(id)}?attached=${done}`, 303);
}

/** Where nobody answers, the other files of the form are attached all the same. */
function lost(error: unknown): Attached {
  if (error instanceof GatewayRefusal && error.code === 'UNREACHABLE')
    return { refused: 'The service does not answer just now. Attach it again later.' };
  throw error;
}

/** By the sign-in back to the page, which says that nothing was taken. */
async function lateHref(request: FastifyRequest, id: string): Promise<string> {
  await fieldsBeforeFile(request);
  return `/sign-in?${new URLSearchParams({ returnTo: `${documentsHref(id)}?late=true` })}`;
}
