import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressOf } from '../../../filters/address';
import { askCommand } from '../../../forms/ask-command';
import { dayFields } from '../../../forms/day-field';
import { textsIn } from '../../../forms/fields';
import { type Problem, refusalIn } from '../../../forms/problem';
import { PAGE_ROWS, readPlace } from '../../../lists/page-place';
import {
  MappedWordsDocument,
  OpenWordsDocument,
  WordChoicesDocument,
  type WordChoicesQuery,
} from '../../../operations/__generated__/operations';
import { checkForm } from '../../../server/check-form';
import { askPart } from '../../ask-part';
import { askingOf, type PageMakers, queryOf, sendPage } from '../../page-makers';
import { decidingIn } from '../office';
import { askMap, type MapOutcome } from './ask-map';
import { addDecidedWordPages } from './decided-word';
import { type ReadWord, readKind, readWord } from './read-word';
import { type ShownWord, wordPage } from './word-page';
import { meaningWords, metAs, WORDS_PATH } from './words-view';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;

/** What the words of inherited systems mean: what was decided, what waits, and deciding. */
export function addWordPages(app: FastifyInstance, makers: Makers): void {
  const { gateway } = makers;
  addDecidedWordPages(app, makers);
  app.get(WORDS_PATH, (request, reply) => {
    const query = queryOf(request);
    const typed = textsIn(textsOnly(query), ['source', 'word', 'meaning', 'reason', ...dayFields('from')]);
    return sendWords(makers, { request, reply }, { kind: readKind(query.kind), typed, ...NOTHING_SENT });
  });

  app.post(WORDS_PATH, async (request, reply) => {
    const read = readWord(checkForm(request));
    const exchange = { request, reply };
    if (read.problems.length > 0) return sendWords(makers, exchange, { ...read, status: 400 });
    const asking = askingOf(request);
    const choices = await askPart(gateway.ask(WordChoicesDocument, {}, asking));
    const commanded = await askCommand(askMap(gateway, asking, read), (outcome) =>
      refusalOf(outcome, read, choices),
    );
    if (commanded.problems.length > 0) return sendWords(makers, exchange, { ...read, ...commanded });
    return reply.redirect(addressOf(WORDS_PATH, {}, { kind: read.kind, kept: read.typed.word }), 303);
  });
}

const NOTHING_SENT = { problems: [], status: 200 } as const;

function textsOnly(query: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(query).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return Object.fromEntries(texts);
}

const FIELD_OF = { WordUnusable: 'word', WordAlreadyMeans: 'meaning', ReasonUnusable: 'reason' } as const;

/** Which field a refusal is about, in words for people. */
function refusalOf(
  outcome: MapOutcome | null,
  { kind, typed }: ReadWord,
  choices: WordChoicesQuery | null,
): Problem[] {
  if (outcome?.message === undefined) return [];
  const { meaning } = outcome;
  if (meaning === undefined || choices === null) return refusalIn(outcome, FIELD_OF);
  const means = meaningWords(kind, meaning, choices);
  return [
    {
      field: 'meaning',
      says: `“${typed.word}” means “${means}” already. To give it another, choose it below under “What was decided”.`,
    },
  ];
}

async function sendWords(
  { page, gateway }: Makers,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  shown: ShownWord,
): Promise<FastifyReply> {
  decidingIn(request);
  const [asking, query] = [askingOf(request), queryOf(request)];
  const place = readPlace(query);
  const [choices, decided, open] = await Promise.all([
    gateway.ask(WordChoicesDocument, {}, asking),
    gateway.ask(MappedWordsDocument, { first: PAGE_ROWS, after: place.after }, asking),
    askPart(gateway.ask(OpenWordsDocument, {}, asking)),
  ]);
  const met =
    query.kind === undefined && shown.status === 200 && metAs(open?.faults ?? null, shown.typed.word);
  const as = { ...shown, kind: met || shown.kind };
  const view = wordPage({ shown: as, choices, decided, open, place, query });
  return sendPage(reply, page(request, 'administration/words.njk', view), shown.status);
}
