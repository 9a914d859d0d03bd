import { text } from 'node:stream/consumers';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NotFound } from '../../../server/not-found';
import { complaintHref } from '../../complaints/rows';
import { leaveToGateway } from '../../note-files';
import { sendPage, steadyAskingOf } from '../../page-makers';
import { askDocuments } from './ask-documents';
import type { DocumentMakers } from './attach';
import { documentsHref, documentView, shownOf } from './documents-view';

const model = z.object({ document: z.string().min(1).max(200) });

function documentIdOf(request: FastifyRequest): string {
  const read = model.safeParse(request.params);
  if (!read.success) throw new NotFound();
  return read.data.document;
}

/** As much as a page holds; the rest is in the document itself. */
const MOST_CHARACTERS = 200_000;

/** A page with what of a document can be shown, and from where it is taken. */
export async function showDocument(
  makers: DocumentMakers,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id, reference, documents } = await askDocuments(makers, request);
  const documentId = documentIdOf(request);
  const document = documents?.find((one) => one.id === documentId);
  if (document === undefined) throw new NotFound();
  const shown = shownOf(document);
  const words = shown === 'TEXT' ? await textOf(makers, request, documentId) : null;
  const of = documentView(document, { complaint: id, nameOf: makers.nameOf });
  const view = {
    ...{ reference, complaintHref: complaintHref(id), documentsHref: documentsHref(id), document: of },
    pictureHref: shown === 'PICTURE' ? `${of.href}/picture` : null,
    words: words?.slice(0, MOST_CHARACTERS) ?? null,
    isCut: (words?.length ?? 0) > MOST_CHARACTERS,
  };
  return sendPage(reply, makers.page(request, 'casework/document-page.njk', view));
}

async function textOf({ documents }: DocumentMakers, request: FastifyRequest, id: string): Promise<string> {
  const opened = await documents.open({ id, isPreview: true }, steadyAskingOf(request));
  if (opened === null) throw new NotFound();
  return text(opened.body);
}

/** Nothing of what somebody sent in runs, fetches or stands in a page of somebody else, whatever it is. */
const NOTHING_RUNS =
  "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Sends a document on as it comes, to be kept; or, as a preview, a picture to be shown in a page. */
export async function sendContent(
  { documents }: DocumentMakers,
  {
    request,
    reply,
    isPreview,
  }: { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly isPreview: boolean },
): Promise<FastifyReply> {
  const opened = await documents.open({ id: documentIdOf(request), isPreview }, steadyAskingOf(request));
  if (opened === null || (isPreview && !opened.mediaType.startsWith('image/'))) {
    opened?.body.resume();
    throw new NotFound();
  }
  leaveToGateway(reply);
  return reply
    .header('content-security-policy', NOTHING_RUNS)
    .header('content-disposition', opened.disposition)
    .type(opened.mediaType)
    .send(opened.body);
}
