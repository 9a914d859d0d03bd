import { countedWords, countWords } from '../../../domain/figures/numbers';
import { addressOf } from '../../filters/address';
import { STREAMS } from '../../filters/parts';
import { type PagePlace, pageLinks } from '../../lists/page-place';
import type {
  ArticleLineFragment,
  GuidanceFoundQuery,
  GuidanceHomeQuery,
} from '../../operations/__generated__/operations';
import { procedureHref } from '../procedures/paths';
import { FIND_CHOICES, type FindQuestion } from './find-question';
import { articleHref, GUIDANCE_PATH, NEW_ARTICLE_PATH } from './paths';
import { aboutWords, KINDS, reviewWords } from './words';

/** The guide that a new manager begins with; where the team withdrew it, the guides stand alike. */
const FIRST_GUIDE = 'answer-a-complaint-at-stage-1';

type Listed = NonNullable<GuidanceHomeQuery['guides']>;
type Found = NonNullable<GuidanceFoundQuery['articles']>;

/** What the first page shows. */
export function homeView(
  answer: GuidanceHomeQuery,
  { isKeeper, problems }: { isKeeper: boolean; problems: readonly string[] },
) {
  const guides = linesOf(answer.guides);
  return {
    ...{ problems, choices: FIND_CHOICES, chosen: {} },
    first: guides.find(({ id }) => id === FIRST_GUIDE) ?? null,
    guides: guides.filter(({ id }) => id !== FIRST_GUIDE),
    checklists: linesOf(answer.checklists),
    policies: linesOf(answer.policies),
    questions: linesOf(answer.questions),
    more: [
      moreOf(answer.guides, 'GUIDE', 'guides'),
      moreOf(answer.checklists, 'CHECKLIST', 'checklists'),
      moreOf(answer.policies, 'POLICY', 'policies'),
    ].filter((more) => more !== null),
    moreQuestions: moreOf(answer.questions, 'FAQ', 'questions'),
    procedures: STREAMS.map((stream) => ({ name: aboutWords(stream), href: procedureHref(stream) })),
    keeping: isKeeper ? keepingView(answer.overdue) : null,
  };
}

/** What those see who keep the guidance: what is to be looked at, and the ways to write. */
function keepingView(overdue: GuidanceHomeQuery['overdue']) {
  const total = overdue?.totalCount ?? 0;
  return {
    overdue: linesOf(overdue),
    says: countedWords({ count: total, one: 'article is', many: 'articles are' }),
    overdueHref: addressOf(GUIDANCE_PATH, {}, { review: 'overdue' }),
    withdrawnHref: addressOf(GUIDANCE_PATH, {}, { withdrawn: 'yes' }),
    newHref: NEW_ARTICLE_PATH,
  };
}

const linesOf = (listed: Listed | null): ArticleLine[] =>
  (listed?.edges ?? []).flatMap(({ node }) => (node === null ? [] : [lineOf(node)]));

/** The way to those of a kind that are not on the page. */
function moreOf(listed: Listed | null, kind: string, many: string) {
  const [shown, total] = [listed?.edges.length ?? 0, listed?.totalCount ?? 0];
  if (total <= shown) return null;
  return { text: `All ${countWords(total)} ${many}`, href: addressOf(GUIDANCE_PATH, {}, { kind }) };
}

type ArticleLine = ReturnType<typeof lineOf>;

/** One article in a list. */
function lineOf(article: ArticleLineFragment) {
  const { id, kind, title, summary, owner, stream, isWithdrawn } = article;
  return {
    ...{ id, title, summary, owner, isWithdrawn },
    ...{ kind: KINDS[kind] ?? kind, about: aboutWords(stream), isForAll: stream === null },
    href: articleHref(id),
    review: reviewWords(article),
  };
}

/** What the page of a search shows. */
export function foundView(options: {
  readonly question: FindQuestion;
  readonly place: PagePlace;
  readonly found: Found;
  /** What has some of the words, where few have all. */
  readonly nearly: Found | null;
  readonly isKeeper: boolean;
}) {
  const { question, place, found, nearly, isKeeper } = options;
  const { parameters, problems } = question;
  const { totalCount: total, edges, pageInfo } = found;
  const rows = linesOf(found);
  return {
    ...{ problems, choices: FIND_CHOICES, chosen: parameters, isKeeper },
    heading: headingOf(question),
    says: countedWords({ count: total, one: 'article', many: 'articles' }),
    rows,
    nearly: nearly === null ? [] : linesOf(nearly).filter(({ id }) => rows.every((row) => row.id !== id)),
    links: pageLinks({
      ...{ path: GUIDANCE_PATH, filter: {}, parameters, place, rows: edges.length, total, pageInfo },
    }),
  };
}

function headingOf({ parameters }: FindQuestion): string {
  if (parameters.q !== undefined) return `Guidance on “${parameters.q}”`;
  if (parameters.review !== undefined) return 'Guidance to be looked at';
  return parameters.withdrawn === undefined ? 'Guidance, narrowed' : 'Withdrawn guidance';
}
