import type { FastifyInstance } from 'fastify';
import { GatewayRefusal } from '../../gateway/refusal';
import type { ArticleTextFragment } from '../../operations/__generated__/operations';
import { type Answers, servePages } from '../../testing/serve-pages';
import type { PageMakers } from '../page-makers';

const NOW = '2026-11-29T12:00:00Z';

/** An article as the graph tells it. */
export const article = (given: Partial<ArticleTextFragment> = {}): ArticleTextFragment => ({
  ...{ id: 'a-policy', kind: 'POLICY', title: 'A policy', summary: 'What it is about', owner: 'Head' },
  ...{ stream: 'ADULTS', reviewDueOn: '2026-10-01', isReviewOverdue: true, isWithdrawn: false, version: 2 },
  ...{ body: '## One\n\n<script>alert(1)</script>', changedBy: 'olu' },
  ...{ changedAt: '2026-11-20T23:30:00Z', note: 'As decided', steps: [], enquirySteps: [], ...given },
});

/** A page of articles as the graph tells it. */
export const listed = <Node>(...articles: readonly Node[]) => ({
  ...{ totalCount: articles.length, edges: articles.map((node) => ({ node })) },
  pageInfo: { hasNextPage: false, endCursor: null },
});

/** The gateway refuses. */
export const refused = (code: string) => new GatewayRefusal(code, 'refused');

type Add = (app: FastifyInstance, makers: Pick<PageMakers, 'page' | 'gateway' | 'clock'>) => void;

/** Asks pages of the guidance, each time of a site that has just begun. */
export function asking(add: Add) {
  const once = async <Answer>(
    answers: Answers,
    role: string,
    use: (pages: Awaited<ReturnType<typeof servePages>>) => Promise<Answer>,
  ) => {
    const pages = await servePages({ add, answers, session: { role, subject: 'olu' }, now: NOW });
    try {
      return await use(pages);
    } finally {
      await pages.stop();
    }
  };
  return {
    get: (url: string, answers: Answers, role = 'officer') =>
      once(answers, role, async (pages) => ({ ...(await pages.get(url)), asked: pages.asked })),
    post: (url: string, fields: Record<string, string>, answers: Answers, role = 'officer') =>
      once(answers, role, async (pages) => ({ ...(await pages.post(url, fields)), asked: pages.asked })),
  };
}
