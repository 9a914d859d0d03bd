import type { FastifyInstance } from 'fastify';
import { ArticleVersionDocument, ArticleVersionsDocument } from '../../operations/__generated__/operations';
import { NotFound } from '../../server/not-found';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import type { OfArticle } from './article';
import { GUIDANCE_PATH } from './paths';
import { versionsView, versionView } from './versions-view';

interface OfVersion {
  readonly Params: { readonly id: string; readonly version: string };
}

/** All versions of an article, and each with what changed by it. */
export function addVersionPages(
  app: FastifyInstance,
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
): void {
  app.get<OfArticle>(`${GUIDANCE_PATH}/:id/versions`, async (request, reply) => {
    const { id } = request.params;
    const { article } = await gateway.ask(ArticleVersionsDocument, { id }, askingOf(request));
    if (article === null) throw new NotFound();
    return sendPage(reply, page(request, 'guidance/versions.njk', versionsView(article)));
  });

  app.get<OfVersion>(`${GUIDANCE_PATH}/:id/versions/:version`, async (request, reply) => {
    const { id, version } = request.params;
    if (!/^[1-9]\d{0,6}$/.test(version)) throw new NotFound();
    const numbers = [Number(version), Number(version) - 1];
    const { article } = await gateway.ask(ArticleVersionDocument, { id, numbers }, askingOf(request));
    const view = article && versionView(article, Number(version));
    if (view === null) throw new NotFound();
    return sendPage(reply, page(request, 'guidance/version.njk', view));
  });
}
