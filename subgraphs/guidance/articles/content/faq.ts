import { CENTRAL_TEAM, type SeedArticle, YEARLY } from './article';

/** A question, the beginning of its answer, and the rest. */
export const faq = (
  id: string,
  title: string,
  summary: string,
  body: string,
  stream: SeedArticle['stream'] = null,
): SeedArticle => ({
  ...{ id: `faq-${id}`, kind: 'FAQ', title, summary, body: body.trim(), stream },
  ...{ owner: CENTRAL_TEAM, review_due_on: YEARLY },
});
