import type { FastifyInstance } from 'fastify';
import type { Asking, Gateway } from '../../gateway/gateway';
import { ArticlePageDocument, type ArticleTextFragment } from '../../operations/__generated__/operations';
import { NotFound } from '../../server/not-found';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { articleView } from './article-view';
import { articleHref, GUIDANCE_PATH } from './paths';
import { isKeeper } from './roles';

/** Where an article is, by its id. */
export interface OfArticle {
  readonly Params: { readonly id: string };
}

/** The page of each article. */
export function addArticlePage(
  app: FastifyInstance,
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
): void {
  app.get<OfArticle>(`${GUIDANCE_PATH}/:id`, async (request, reply) => {
    const article = await askArticle(gateway, request.params.id, askingOf(request));
    const view = articleView(article, { isKeeper: isKeeper(request), did: queryOf(request).did });
    return sendPage(reply, page(request, 'guidance/article.njk', view));
  });
  // As articles linked to each other once.
  app.get<OfArticle>(`${GUIDANCE_PATH}/articles/:id`, (request, reply) =>
    reply.redirect(articleHref(request.params.id), 301),
  );
}

/** An article as it stands. Throws `NotFound` where there is none. */
export async function askArticle(gateway: Gateway, id: string, asking: Asking): Promise<ArticleTextFragment> {
  const { article } = await gateway.ask(ArticlePageDocument, { id }, asking);
  if (article === null) throw new NotFound();
  return article;
}
