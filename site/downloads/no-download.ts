import type { FastifyReply, FastifyRequest } from 'fastify';
import { type PageMakers, sendPage } from '../pages/page-makers';

/** Who asks for a file, and what makes the page that they get in its place. */
export interface Asked extends Pick<PageMakers, 'page'> {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Sends the page that says why there is no file. */
export const sendNoDownload = ({ page, request, reply }: Asked, says: readonly string[]): FastifyReply =>
  sendPage(reply, page(request, 'told.njk', { title: 'There is no such download', says }), 422);
