import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { londonDayOf } from '../../../../domain/calendar/day';
import { type Draft, formOf } from '../../../drafts/draft';
import type { Drafts } from '../../../drafts/drafts';
import { STREAMS } from '../../../filters/parts';
import { textOf } from '../../../forms/fields';
import { GatewayRefusal } from '../../../gateway/refusal';
import type { Stream } from '../../../operations/__generated__/operations';
import type { Form } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import { signedIn } from '../../../server/visitor';
import type { Session } from '../../../sessions/session';
import { askPart } from '../../ask-part';
import { askFilterNames } from '../../filter-names';
import { askingOf, type PageMakers } from '../../page-makers';
import { askLiveProcedure } from '../../procedures/ask-live';
import { mayRecord } from '../roles';
import { askOthers } from './others';
import type { RecordSeen } from './record-seen';

/** What the pages of recording are made with. */
export interface RecordingMakers extends Pick<PageMakers, 'page' | 'gateway' | 'clock'> {
  readonly drafts: Drafts;
}

const placeModel = z.object({ draft: z.string().max(100) });

/** Who records. Throws `GatewayRefusal` for whoever does not. */
export function recorderIn(request: FastifyRequest): Session {
  const person = signedIn(request);
  if (!mayRecord(person.role))
    throw new GatewayRefusal(
      'FORBIDDEN',
      'Complaints are recorded by officers, who are cleared for a stream',
    );
  return person;
}

/** The id of the draft that an address names. */
export const draftIdIn = (request: FastifyRequest): string => placeModel.parse(request.params).draft;

/** The draft that an address names. Throws `NotFound` where whoever asks has none such. */
export async function draftIn({ drafts }: RecordingMakers, request: FastifyRequest): Promise<Draft> {
  const { subject } = recorderIn(request);
  const draft = await drafts.find(draftIdIn(request), subject);
  if (draft === null) throw new NotFound();
  return draft;
}

/** What whoever records a draft is shown beside it; `typed` is what a form says that is not saved. The person's other complaints are looked for only where the page shows them, since it is recorded. */
export async function askRecord(
  { gateway, clock }: RecordingMakers,
  request: FastifyRequest,
  draft: Draft,
  { typed = {}, isLooking = false }: { readonly typed?: Form; readonly isLooking?: boolean } = {},
): Promise<RecordSeen> {
  const { streams } = signedIn(request);
  const cleared = STREAMS.filter((stream) => streams.includes(stream.toLowerCase()));
  const form = { ...formOf(draft), ...typed };
  const stream = cleared.find((each) => each === textOf(form, 'stream')) ?? null;
  const asking = askingOf(request);
  const [names, others, procedure] = await Promise.all([
    askFilterNames(gateway, asking, {}),
    isLooking ? askOthers(gateway, asking, { form, session: signedIn(request), stream }) : null,
    stream === null ? null : procedureOf(gateway, stream, request),
  ]);
  const { channels, themes } = names.choices;
  return {
    ...{
      today: londonDayOf(clock.now()),
      streams: cleared,
      form,
      stream,
      channels,
      themes,
      procedure,
      others,
    },
    services: names.choices.services === null ? null : names.services,
  };
}

const procedureOf = (gateway: PageMakers['gateway'], stream: Stream, request: FastifyRequest) =>
  askPart(askLiveProcedure(gateway, stream, askingOf(request)));
