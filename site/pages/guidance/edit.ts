import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { londonDayOf } from '../../../domain/calendar/day';
import { isPartLost } from '../../gateway/part-lost';
import { RESUMED } from '../../kept-forms/kept-form-page';
import { SaveArticleDocument } from '../../operations/__generated__/operations';
import { checkForm, type Form } from '../../server/check-form';
import { askingOf, type PageMakers, sendPage, steadyAskingOf } from '../page-makers';
import { askArticle, type OfArticle } from './article';
import { type EditState, editView } from './edit-view';
import { articleHref, GUIDANCE_PATH, NEW_ARTICLE_PATH } from './paths';
import {
  NOTHING_TYPED,
  type Problem,
  type ReadArticle,
  readArticle,
  typedOf,
  versionOf,
} from './read-article';
import { checkKeeper } from './roles';

/** A form with the longest text, of which each letter may take several bytes. */
export const MAX_FORM_BYTES = 1_000_000;

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'clock'>;

/** What is asked at once: the page, and the one that it is sent to. */
interface Sending {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Of the article; null for one that is new. */
  readonly id: string | null;
}

/** Writing an article: a form, what it will look like, and saving it. */
export function addEditPages(app: FastifyInstance, makers: Makers): void {
  const edit = `${GUIDANCE_PATH}/:id/edit`;
  app.get(NEW_ARTICLE_PATH, async (request, reply) => {
    checkKeeper(request);
    return sendForm(makers, { request, reply, id: null }, { typed: NOTHING_TYPED });
  });
  app.get<OfArticle>(edit, async (request, reply) => {
    checkKeeper(request);
    const { id } = request.params;
    const article = await askArticle(makers.gateway, id, askingOf(request));
    return sendForm(makers, { request, reply, id }, { typed: typedOf(article), standing: article });
  });
  const options = { bodyLimit: MAX_FORM_BYTES };
  app.post(NEW_ARTICLE_PATH, options, (request, reply) => take(makers, { request, reply, id: null }));
  app.post<OfArticle>(edit, options, (request, reply) =>
    take(makers, { request, reply, id: request.params.id }),
  );
}

/** Takes a form: shows it once more, or saves what it says. */
async function take(makers: Makers, sending: Sending): Promise<FastifyReply> {
  const { request, id } = sending;
  const form = checkForm(request);
  checkKeeper(request);
  const read = readArticle(form, { id, today: londonDayOf(makers.clock.now()) });
  if (form[RESUMED] !== undefined) return sendForm(makers, sending, { typed: read.typed, isResumed: true });
  if (form.do === 'preview') return sendForm(makers, sending, { typed: read.typed, isPreview: true });
  return save(makers, sending, { form, read });
}

async function save(
  makers: Makers,
  sending: Sending,
  { form, read }: { form: Form; read: ReadArticle },
): Promise<FastifyReply> {
  const { typed, text, problems } = read;
  if (text === null) return sendForm(makers, sending, { typed, problems });
  // Whoever has seen what stands by now may save on top of it.
  const onTopOf = form.do === 'save-on-top' ? versionOf(form, 'onTopOf') : typed.basedOnVersion;
  const variables = { id: typed.id, basedOnVersion: onTopOf, text, note: typed.note };
  try {
    const asking = steadyAskingOf(sending.request);
    const { changed } = await makers.gateway.ask(SaveArticleDocument, variables, asking);
    if (changed?.__typename === 'Article')
      return sending.reply.redirect(`${articleHref(changed.id)}?did=saved`, 303);
    if (changed?.__typename === 'ArticleChanged')
      return sendForm(makers, sending, { typed, changedTo: changed.article });
    return sendForm(makers, sending, { typed, problems: refusedProblems(changed) });
  } catch (error) {
    if (!isPartLost(error)) throw error;
    return sendForm(makers, sending, { typed, problems: [NOT_KNOWN] });
  }
}

const NOT_KNOWN: Problem = {
  field: '',
  says: 'No answer came, so nobody knows whether it was saved. What you typed is below. Save it again: the same words again change nothing.',
};

/** What the graph says is wrong, at the field that it means. */
export function refusedProblems(
  refused: { readonly message: string; readonly part?: string } | null,
): Problem[] {
  if (refused === null) return [NOT_KNOWN];
  return [{ field: refused.part ?? 'note', says: refused.message }];
}

interface ToShow extends Partial<Omit<EditState, 'isNew'>> {
  readonly typed: EditState['typed'];
}

function sendForm(makers: Makers, { request, reply, id }: Sending, shown: ToShow): FastifyReply {
  const view = editView({ ...shown, isNew: id === null });
  const isRefused = (shown.problems ?? []).length > 0;
  const status = shown.changedTo ? 409 : isRefused ? 400 : 200;
  return sendPage(
    reply,
    makers.page(request, 'guidance/edit.njk', { ...view, action: request.url.split('?')[0] }),
    status,
  );
}
