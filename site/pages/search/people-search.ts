import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { countedWords, countWords } from '../../../domain/figures/numbers';
import { PAGE_ROWS } from '../../lists/page-place';
import { NotFound } from '../../server/not-found';
import { type StreamName, searchedStreams } from '../../server/searched-streams';
import { signedIn } from '../../server/visitor';
import type { KeptSearch, Session } from '../../sessions/session';
import type { Sessions } from '../../sessions/sessions';
import { askLines } from '../complaints/ask-lines';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { askAccounts, type FoundTogether } from './ask-accounts';
import { foundRows } from './found-rows';
import { pageOf, searchOf, withNextPlace, withSearch } from './kept-searches';
import { peopleForm } from './people-form';

/** What a search is made with: it alone keeps something in the session. */
export interface SearchMakers extends Pick<PageMakers, 'page' | 'gateway'> {
  readonly sessions: Pick<Sessions, 'keep'>;
}

const PATH = '/search/people';
const addressOf = (id: string, page = 1): string => `${PATH}/${id}${page > 1 ? `?page=${page}` : ''}`;

/** Where a search that begins is led to. What is searched for is kept in the session, sealed, and never stands in an address. */
export async function beginSearch(
  { sessions }: Pick<SearchMakers, 'sessions'>,
  request: FastifyRequest,
  words: string,
): Promise<string> {
  const { id, session } = withSearch(signedIn(request), words);
  await keep(sessions, request, session);
  return addressOf(id);
}

/** What a search found among people and words, in all streams that somebody may search: pages of it are led to by its id. */
export function addFoundPages(app: FastifyInstance, makers: SearchMakers): void {
  const { page } = makers;
  app.get<{ Params: { id: string } }>(`${PATH}/:id`, async (request, reply) => {
    const session = signedIn(request);
    mayFindByWords(session);
    const search = searchOf(session, request.params.id);
    if (search === null) {
      const people = { ...peopleForm(session), isGone: true };
      const view = { kind: 'nothing', reference: '', several: [], people };
      return sendPage(reply, page(request, 'search.njk', view), 404);
    }
    return sendFound(makers, search, { request, reply });
  });
}

/** The streams that somebody may search. Throws `NotFound` where there is none. */
export function mayFindByWords(session: Session): readonly StreamName[] {
  const streams = searchedStreams(session);
  if (streams.length === 0) throw new NotFound();
  return streams;
}

async function sendFound(
  { page, gateway, sessions }: SearchMakers,
  search: KeptSearch,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<FastifyReply> {
  const [asking, session] = [askingOf(request), signedIn(request)];
  const number = pageOf(search, queryOf(request).page);
  const together = await askAccounts(gateway, asking, {
    words: search.words,
    streams: mayFindByWords(session),
    place: search.places[number - 2] ?? null,
  });
  const { found, next } = together;
  if (next !== null && search.places[number - 1] !== next)
    await keep(sessions, request, withNextPlace(session, search, { page: number, place: next }));
  const listed = found.flatMap(({ complaint }) => (complaint === null ? [] : [complaint]));
  const lines = await askLines(gateway, asking, listed);
  const rows = foundRows(found, lines);
  const view = {
    people: peopleForm(session, { words: search.words, problem: null }),
    says: `${saysHowMany(together, number)}${ofComplaints(found.length, rows.length)}`,
    rows,
    lost: [...new Set([...together.lost, ...lines.lost])],
    links: linksOf(search, number, together),
  };
  return sendPage(reply, page(request, 'search/people.njk', view));
}

const keep = (
  { keep: kept }: SearchMakers['sessions'],
  request: FastifyRequest,
  session: Session,
): Promise<void> => kept({ id: request.visitor?.id ?? '', session });

/** How many were found, as far as is known: what is common is not counted to its end. */
function saysHowMany({ found, next }: FoundTogether, number: number): string {
  if (found.length === 0) return 'Nothing was found';
  const [first, last] = [(number - 1) * PAGE_ROWS + 1, (number - 1) * PAGE_ROWS + found.length];
  if (next === null && number === 1) return `${countWords(last)} found`;
  return next === null
    ? `${countWords(first)} to ${countWords(last)} of ${countWords(last)}`
    : `${countWords(first)} to ${countWords(last)}, and there are more`;
}

/** What was found at several stages of a complaint has one row: then the numbers are of stages. */
const ofComplaints = (stages: number, complaints: number): string =>
  stages === complaints
    ? ''
    : `, at stages of ${countedWords({ count: complaints, one: 'complaint', many: 'complaints' })}`;

function linksOf({ id }: KeptSearch, number: number, { next }: FoundTogether) {
  return {
    says: '',
    firstHref: number > 2 ? addressOf(id) : null,
    previousHref: number > 1 ? addressOf(id, number - 1) : null,
    nextHref: next === null ? null : addressOf(id, number + 1),
  };
}
