import { answerAtStage1 } from './answer-at-stage-1';
import type { SeedArticle } from './article';
import { checklists } from './checklists';
import { faqs } from './faqs';
import { guides } from './guides';
import { policies } from './policies';
import { streamPolicies } from './stream-policies';

/** All articles that come with the product. */
export const CONTENT: readonly SeedArticle[] = [
  answerAtStage1,
  ...guides,
  ...checklists,
  ...policies,
  ...streamPolicies,
  ...faqs,
].map((article) => ({ ...article, body: article.body.trim() }));
