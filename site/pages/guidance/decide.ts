import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { londonDayOf } from '../../../domain/calendar/day';
import { textOf } from '../../forms/fields';
import type { Gateway } from '../../gateway/gateway';
import { isPartLost } from '../../gateway/part-lost';
import { ReviewArticleDocument, WithdrawArticleDocument } from '../../operations/__generated__/operations';
import { checkForm, type Form } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { askPart } from '../ask-part';
import { askingOf, type PageMakers, sendPage, steadyAskingOf } from '../page-makers';
import { askArticle, type OfArticle } from './article';
import { refusedProblems } from './edit';
import { articleHref, GUIDANCE_PATH } from './paths';
import { dayProblem, noteProblem, type Problem, versionOf } from './read-article';
import { checkKeeper } from './roles';
import { aboutWords, changeWords, reviewWords } from './words';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'clock'>;
type Asking = Parameters<Gateway['ask']>[2];

/** What was typed. */
interface Decided {
  readonly basedOnVersion: number;
  readonly reviewDueOn: string;
  readonly note: string;
}

/** What a keeper decides of an article without changing what it says. */
interface Decision {
  /** As the address names it, and the page's word for what was done. */
  readonly name: 'review' | 'withdraw';
  readonly did: 'reviewed' | 'withdrawn';
  problems(decided: Decided, today: string): Problem[];
  ask(gateway: Gateway, asked: Decided & { id: string }, asking: Asking): Promise<Changed | null>;
}

/** What became of it. */
type Changed =
  | { readonly __typename: 'Article' }
  | { readonly __typename: 'ArticleChanged' | 'ArticleNotFound' | 'ReasonUnusable'; readonly message: string }
  | { readonly __typename: 'ArticleUnusable'; readonly message: string; readonly part: string };

const REVIEW: Decision = {
  ...{ name: 'review', did: 'reviewed' },
  problems: ({ reviewDueOn, note }, today) => [...dayProblem(reviewDueOn, today), ...noteProblem(note)],
  ask: async (gateway, asked, asking) => (await gateway.ask(ReviewArticleDocument, asked, asking)).changed,
};
const WITHDRAW: Decision = {
  ...{ name: 'withdraw', did: 'withdrawn' },
  problems: ({ note }) => noteProblem(note),
  ask: async (gateway, { reviewDueOn, ...asked }, asking) =>
    (await gateway.ask(WithdrawArticleDocument, asked, asking)).changed,
};

/** Looking at an article that holds, and withdrawing one. */
export function addDecisionPages(app: FastifyInstance, makers: Makers): void {
  for (const decision of [REVIEW, WITHDRAW]) {
    const path = `${GUIDANCE_PATH}/:id/${decision.name}`;
    app.get<OfArticle>(path, async (request, reply) => {
      checkKeeper(request);
      return sendForm(makers, decision, { request, reply });
    });
    app.post<OfArticle>(path, (request, reply) => take(makers, decision, { request, reply }));
  }
}

interface Sending {
  readonly request: FastifyRequest<OfArticle>;
  readonly reply: FastifyReply;
}

async function take(makers: Makers, decision: Decision, { request, reply }: Sending): Promise<FastifyReply> {
  const typed = typedIn(checkForm(request));
  checkKeeper(request);
  const { id } = request.params;
  const found = decision.problems(typed, londonDayOf(makers.clock.now()));
  const problems = found.length > 0 ? found : await decide(makers, decision, { request, typed, id });
  if (problems.length > 0) return sendForm(makers, decision, { request, reply }, { typed, problems });
  return reply.redirect(`${articleHref(id)}?did=${decision.did}`, 303);
}

/** Has it decided; what keeps it from that. */
async function decide(
  { gateway }: Makers,
  decision: Decision,
  { request, typed, id }: { request: FastifyRequest; typed: Decided; id: string },
): Promise<Problem[]> {
  try {
    const changed = await decision.ask(gateway, { ...typed, id }, steadyAskingOf(request));
    if (changed?.__typename === 'Article') return [];
    if (changed?.__typename === 'ArticleNotFound') throw new NotFound();
    if (changed?.__typename === 'ArticleChanged') return [{ field: '', says: CHANGED }];
    return refusedProblems(changed);
  } catch (error) {
    if (isPartLost(error)) return refusedProblems(null);
    throw error;
  }
}

const CHANGED =
  'Somebody else changed the article meanwhile. What it says by now is below: look at that, and send this again if it still holds.';

const typedIn = (form: Form): Decided => ({
  basedOnVersion: versionOf(form),
  reviewDueOn: textOf(form, 'reviewDueOn'),
  note: textOf(form, 'note'),
});

async function sendForm(
  { page, gateway }: Makers,
  { name }: Decision,
  { request, reply }: Sending,
  refused: { typed: Decided; problems: readonly Problem[] } | null = null,
): Promise<FastifyReply> {
  const { id } = request.params;
  const asked = askArticle(gateway, id, askingOf(request));
  // What was typed is shown once more, whether the article can be had or not.
  const article = refused === null ? await asked : await askPart(asked);
  const typed = refused?.typed ?? { reviewDueOn: '', note: '', basedOnVersion: 0 };
  const problems = refused?.problems ?? [];
  const view = {
    ...{ name, problems, typed, href: articleHref(id) },
    says: Object.fromEntries(problems.map(({ field, says }) => [field, says])),
    basedOnVersion: article?.version ?? typed.basedOnVersion,
    article: article && {
      ...{ title: article.title, summary: article.summary, version: article.version },
      ...{ owner: article.owner, about: aboutWords(article.stream) },
      ...{ review: reviewWords(article), change: changeWords(article) },
    },
  };
  return sendPage(reply, page(request, 'guidance/decide.njk', view), refused === null ? 200 : 400);
}
