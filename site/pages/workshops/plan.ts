import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askCommand } from '../../forms/ask-command';
import { fieldsWith } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import { refusalIn } from '../../forms/problem';
import { SaveWorkshopDocument, type SaveWorkshopMutation } from '../../operations/__generated__/operations';
import { checkForm } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { type AskedWorkshop, askWorkshop, workshopPath } from './ask-workshop';
import { type ReadPlan, readPlan, type TypedPlan, typedOf } from './read-plan';
import { mayPlan } from './roles';
import { whenWords } from './workshop-words';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
const NEW_PATH = '/workshops/new';

/** The form as it is shown. */
interface Shown {
  readonly typed: TypedPlan;
  readonly problems: readonly Problem[];
  readonly status: number;
  /** What somebody else planned meanwhile; null where nobody did. */
  readonly now: AskedWorkshop | null;
}

/** Planning a workshop, and changing one. */
export function addPlanPages(app: FastifyInstance, makers: Makers): void {
  const { gateway } = makers;
  // The form names the workshop that it will make: sent twice, it makes one.
  app.get(NEW_PATH, (request, reply) =>
    sendPlan(makers, { request, reply }, { typed: { id: randomUUID(), basedOnVersion: '0' }, ...CLEAN }),
  );
  app.get<{ Params: { id: string } }>('/workshops/:id/change', async (request, reply) => {
    const workshop = await askWorkshop(gateway, askingOf(request), request.params.id);
    return sendPlan(makers, { request, reply }, { typed: typedOf(workshop), ...CLEAN });
  });

  app.post('/workshops/plan', async (request, reply) => {
    const read = readPlan(checkForm(request));
    const { id, basedOnVersion, plan, typed, problems } = read;
    const exchange = { request, reply };
    if (plan === null) return sendPlan(makers, exchange, { typed, problems, status: 400, now: null });
    const asked = gateway.ask(SaveWorkshopDocument, { id, basedOnVersion, plan }, askingOf(request));
    const now: { current: AskedWorkshop | null } = { current: null };
    const commanded = await askCommand(asked, ({ outcome }) => {
      if (outcome?.__typename === 'WorkshopChanged') now.current = outcome.workshop;
      return refusalIn(outcome, outcome?.__typename === 'WorkshopUnusable' ? fieldsOf(outcome) : {});
    });
    if (commanded.answer !== null) return reply.redirect(workshopPath(id), 303);
    return sendPlan(makers, exchange, { ...overtaken(read, now.current), ...commanded, now: now.current });
  });
}

const CLEAN = { problems: [], status: 200, now: null } as const;

/** What was typed stays; sent again, it is a change of what somebody else planned meanwhile. */
const overtaken = ({ typed }: ReadPlan, now: AskedWorkshop | null): Pick<Shown, 'typed'> => ({
  typed: now === null ? typed : { ...typed, basedOnVersion: String(now.version) },
});

type Unusable = Extract<
  NonNullable<SaveWorkshopMutation['outcome']>,
  { readonly __typename: 'WorkshopUnusable' }
>;
const fieldsOf = ({ part }: Unusable) => ({ WorkshopUnusable: part === 'startsAt' ? 'on' : part });

async function sendPlan(
  { page }: Makers,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { typed, problems, status, now }: Shown,
): Promise<FastifyReply> {
  if (!mayPlan(signedIn(request).role)) throw new NotFound();
  const isNew = typed.basedOnVersion === '0';
  const html = page(request, 'workshops/plan.njk', {
    ...{ typed, problems, now, isNew },
    nowWhen: now && whenWords(now),
    backHref: isNew ? '/workshops' : workshopPath(typed.id ?? ''),
    fields: planFields(typed, problems),
  });
  return sendPage(reply, html, status);
}

function planFields(typed: TypedPlan, problems: readonly Problem[]) {
  const field = fieldsWith(typed, problems);
  return {
    title: field('title', 'What it is called'),
    about: field(
      'about',
      'What it is about',
      'In Markdown, as articles of the guidance are. Leave a line blank to begin a new paragraph.',
    ),
    on: field('on', 'Day', 'For example, 27\u00a03\u00a02027'),
    time: field('time', 'When it begins', 'In London, for example, 9:30am or 14:00'),
    minutes: field('minutes', 'How many minutes it takes'),
    place: field('place', 'Where it is', 'A room, or an address to join'),
    heldBy: field('heldBy', 'Who holds it', 'A post or a name'),
    seats: field('seats', 'How many can come'),
  };
}
