import type { ArticleText } from '../check-article';
import { answerAtStage1 } from './answer-at-stage-1';
import type { SeedArticle } from './article';
import { checklists } from './checklists';
import { faqs } from './faqs';
import { firstCases } from './first-cases';
import { guides } from './guides';
import { hardCases } from './hard-cases';
import { policies } from './policies';
import { stepsFor } from './steps';
import { streamPolicies } from './stream-policies';
import { wordings } from './wordings';

/** All articles that come with the product. */
export const CONTENT: readonly (SeedArticle & ArticleText)[] = [
  answerAtStage1,
  wordings,
  ...guides,
  ...checklists,
  ...policies,
  ...streamPolicies,
  ...faqs,
  ...firstCases,
  ...hardCases,
].map((article) => ({ ...article, ...stepsFor(article.id), body: article.body.trim() }));
