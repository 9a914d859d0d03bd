import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { textOf } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import type { Owner } from '../../post/post-scope';
import { readAddress } from '../../post/read-address';
import { MOST_SUBSCRIPTIONS } from '../../post/subscriptions';
import { checkForm } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { queryOf, sendPage } from '../page-makers';
import { createSavedViews } from '../views/saved-views';
import { addConfirmPages } from './confirm';
import type { PostMakers } from './post-makers';
import { postView } from './post-view';
import { readSubscription, type TypedSubscription, UNCHOSEN } from './read-subscription';
import { readerIn } from './reader';
import { addUnsubscribePages } from './unsubscribe';

/** Figures by mail: where to, what, when, and what became of it. */
export function addPostPages(app: FastifyInstance, makers: PostMakers): void {
  app.get('/post', (request, reply) => sendPost(makers, { request, reply }));
  addAddressForms(app, makers);
  addSubscriptionForms(app, makers);
  addConfirmPages(app, makers);
  addUnsubscribePages(app, makers);
}

function addAddressForms(app: FastifyInstance, makers: PostMakers): void {
  const { addresses, office } = makers.desk;
  app.post('/post/address', async (request, reply) => {
    const form = checkForm(request);
    const owner = readerIn(request);
    const typed = textOf(form, 'address');
    const read = readAddress(typed, office?.domains ?? []);
    const refused = (says: string) =>
      sendPost(makers, { request, reply }, { address: typed, problems: [{ field: 'address', says }] });
    if (read.address === null) return refused(read.says);
    const asked = await addresses.ask(owner, read.address);
    if (asked === 'TOO_OFTEN')
      return refused('Three links were sent within an hour. Wait an hour, and ask again.');
    return reply.redirect('/post', 303);
  });
  app.post('/post/address/remove', async (request, reply) => {
    checkForm(request);
    await addresses.remove(readerIn(request));
    return reply.redirect('/post', 303);
  });
}

const REFUSALS = {
  NO_SUCH_VIEW: 'Choose one of your saved views.',
  NO_FIGURES:
    'The page of this view has no figures that can be told by mail. Views of the dashboard, measures, services and streams have.',
  TOO_MANY: `You get ${MOST_SUBSCRIPTIONS} by mail, and can get no more. End one first.`,
} as const;

function addSubscriptionForms(app: FastifyInstance, makers: PostMakers): void {
  const { subscriptions, mails } = makers.desk;
  app.post('/post/subscriptions', async (request, reply) => {
    const { typed, wanted, problems } = readSubscription(checkForm(request));
    const owner = readerIn(request);
    if (wanted === null) return sendPost(makers, { request, reply }, { typed, problems });
    const added = await subscriptions.add(owner, wanted);
    if (added === 'ADDED') return reply.redirect('/post', 303);
    return sendPost(
      makers,
      { request, reply },
      { typed, problems: [{ field: 'view', says: REFUSALS[added] }] },
    );
  });
  const commands = { pause: subscriptions.pause, 'go-on': subscriptions.goOn, end: subscriptions.end };
  for (const [name, command] of Object.entries(commands))
    addCommand(app, `/post/subscriptions/:id/${name}`, command);
  addCommand(app, '/post/mails/:id/again', mails.again);
}

/** A button: what it does is done to one's own alone. */
function addCommand(
  app: FastifyInstance,
  path: string,
  command: (owner: Owner, id: string) => Promise<boolean>,
): void {
  app.post<{ Params: { id: string } }>(path, async (request, reply) => {
    checkForm(request);
    if (!(await command(readerIn(request), request.params.id))) throw new NotFound();
    return reply.redirect('/post', 303);
  });
}

interface Refused {
  readonly typed?: TypedSubscription;
  readonly address?: string;
  readonly problems: readonly Problem[];
}

async function sendPost(
  makers: PostMakers,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  refused: Refused | null = null,
): Promise<FastifyReply> {
  const owner = readerIn(request);
  const { office, addresses, subscriptions, mails } = makers.desk;
  await addresses.see(owner);
  const { view, confirmed } = queryOf(request);
  const chosen = { ...UNCHOSEN, view: typeof view === 'string' ? view : '' };
  const shown = postView({
    ...{ office, address: await addresses.find(owner), subscriptions: await subscriptions.list(owner) },
    ...{ mails: await mails.recent(owner), views: await createSavedViews(makers).list(owner) },
    typed: { ...(refused?.typed ?? chosen), address: refused?.address ?? '' },
    problems: refused?.problems ?? [],
  });
  const html = makers.page(request, 'post/post.njk', { ...shown, isConfirmed: confirmed !== undefined });
  return sendPage(reply, html, refused === null ? 200 : 400);
}
