import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressOf } from '../../../filters/address';
import { askCommand } from '../../../forms/ask-command';
import { dayFields, dayTyped } from '../../../forms/day-field';
import { textOf, textsIn } from '../../../forms/fields';
import { type Problem, refusalIn } from '../../../forms/problem';
import { PAGE_ROWS, readPlace } from '../../../lists/page-place';
import {
  DecidedWordDocument,
  type DecidedWordQuery,
  RetractWordDocument,
  WordChoicesDocument,
} from '../../../operations/__generated__/operations';
import { checkForm, type Form } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import { askingOf, type PageMakers, queryOf, sendPage } from '../../page-makers';
import { decidingIn } from '../office';
import { askMap, type MapOutcome } from './ask-map';
import { decidedWordPage } from './decided-word-view';
import { kindOfDecision, readWord } from './read-word';
import { DECIDED_PATH, WORDS_PATH } from './words-view';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
type Word = NonNullable<DecidedWordQuery['word']>;

/** What was sent of a word, as it was typed, and what is wrong with it. */
interface Sent {
  readonly id: string;
  readonly typed: Readonly<Record<string, string>> | null;
  readonly problems: readonly Problem[];
  readonly status: number;
}

/** One word: all that was decided on it, giving it another meaning, and taking its meaning back. */
export function addDecidedWordPages(app: FastifyInstance, makers: Makers): void {
  app.get(DECIDED_PATH, (request, reply) => {
    const { id } = queryOf(request);
    if (typeof id !== 'string') throw new NotFound();
    return sendWord(makers, { request, reply }, { id, typed: null, problems: [], status: 200 });
  });
  app.post(`${DECIDED_PATH}/change`, (request, reply) => change(makers, { request, reply }));
  app.post(`${DECIDED_PATH}/retract`, (request, reply) => retract(makers, { request, reply }));
}

async function change(makers: Makers, exchange: Exchange): Promise<FastifyReply> {
  const form = checkForm(exchange.request);
  const id = textOf(form, 'id');
  const { word } = await askWord(makers, exchange.request, id);
  const kind = kindOfDecision(word.kind);
  const read = readWord({ ...form, kind, source: word.source ?? '', word: word.written });
  const typed = { ...read.typed, why: '', basedOnVersion: textOf(form, 'basedOnVersion') };
  if (read.problems.length > 0)
    return sendWord(makers, exchange, { id, typed, problems: read.problems, status: 400 });
  const asked = askMap(makers.gateway, askingOf(exchange.request), read, versionIn(form));
  return answer(makers, exchange, { id, typed, word }, asked, { ReasonUnusable: 'reason' });
}

async function retract(makers: Makers, exchange: Exchange): Promise<FastifyReply> {
  const form = checkForm(exchange.request);
  const { id, why } = textsIn(form, ['id', 'why']);
  const { word } = await askWord(makers, exchange.request, id);
  const typed = { ...typedOf(word), why, basedOnVersion: textOf(form, 'basedOnVersion') };
  if (why === '')
    return sendWord(makers, exchange, {
      id,
      typed,
      problems: [{ field: 'why', says: SAY_WHY }],
      status: 400,
    });
  const variables = { id, basedOnVersion: versionIn(form), reason: why };
  const asked = makers.gateway.ask(RetractWordDocument, variables, askingOf(exchange.request));
  const outcome = asked.then((done): MapOutcome | null => done.outcome);
  return answer(makers, exchange, { id, typed, word }, outcome, { ReasonUnusable: 'why' });
}

const SAY_WHY = 'Say why: whoever asks later will want to know.';

/** A version that nobody has where the form names none: what is decided then is refused. */
const versionIn = (form: Form): number => {
  const text = textOf(form, 'basedOnVersion');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
};

/** Waits for a decision; where somebody else decided meanwhile the form says so, and goes by what holds now. */
async function answer(
  makers: Makers,
  exchange: Exchange,
  { id, typed, word }: { id: string; typed: Readonly<Record<string, string>>; word: Word },
  asked: Promise<MapOutcome | null>,
  fields: Readonly<Record<string, string>>,
): Promise<FastifyReply> {
  let now: number | null = null;
  const commanded = await askCommand(asked, (outcome) => {
    now = outcome?.word?.version ?? null;
    return refusalIn(outcome, fields);
  });
  if (commanded.problems.length === 0) {
    const kind = kindOfDecision(word.kind);
    return exchange.reply.redirect(addressOf(WORDS_PATH, {}, { kind, changed: word.written }), 303);
  }
  const based = now === null ? typed : { ...typed, basedOnVersion: String(now) };
  return sendWord(makers, exchange, { id, typed: based, ...commanded });
}

/** The word of an id. Throws `NotFound` where nobody decided on it. */
async function askWord(
  { gateway }: Makers,
  request: FastifyRequest,
  id: string,
  after: string | null = null,
) {
  decidingIn(request);
  const answered = await gateway.ask(DecidedWordDocument, { id, first: PAGE_ROWS, after }, askingOf(request));
  if (answered.word === null) throw new NotFound();
  return { ...answered, word: answered.word };
}

async function sendWord(
  makers: Makers,
  { request, reply }: Exchange,
  { id, typed, problems, status }: Sent,
): Promise<FastifyReply> {
  const place = readPlace(queryOf(request));
  const [decided, choices] = await Promise.all([
    askWord(makers, request, id, place.after),
    makers.gateway.ask(WordChoicesDocument, {}, askingOf(request)),
  ]);
  const shown = { typed: typed ?? typedOf(decided.word), problems };
  const view = decidedWordPage({ ...decided, choices, place, shown });
  return sendPage(reply, makers.page(request, 'administration/decided-word.njk', view), status);
}

/** What the form says of a word before anybody wrote in it. */
function typedOf({ kind, meaning, from, version }: Word): Record<string, string> {
  const [first = ''] = meaning.split(', ');
  return {
    ...{ meaning: kind === 'CLOSURE_CODE' ? first : meaning, reason: '', why: '' },
    ...(from === null
      ? Object.fromEntries(dayFields('from').map((field) => [field, '']))
      : dayTyped('from', from)),
    basedOnVersion: String(version),
  };
}
