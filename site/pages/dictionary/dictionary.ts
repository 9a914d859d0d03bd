import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayWords } from '../../../domain/figures/days';
import { countWords } from '../../../domain/figures/numbers';
import { ownOf } from '../../../platform/tables/own-of';
import type { FetchDoor } from '../../gateway/fetching';
import { NotFound } from '../../server/not-found';
import { unlessLost } from '../ask-part';
import { lostView, statusOf } from '../figures/lost';
import { askingOf, type PageMakers, queryOf, sendPage, steadyAskingOf } from '../page-makers';
import { changesView } from './changes-view';
import { entryView, goingOf } from './entry-view';
import { type Found, findEntries, type Sought } from './find-entries';
import { askDictionary, type Dictionary } from './read-dictionary';

export type DictionaryMakers = Pick<PageMakers, 'page'> & { readonly fetchDoor: FetchDoor };

const PATH = '/dictionary';
const EACH_PAGE = 25;
const MOST_CHARACTERS = 100;

const FILES: Readonly<Record<string, string>> = {
  'dictionary.json': 'application/json; charset=utf-8',
  'dictionary.csv': 'text/csv; charset=utf-8; header=present',
};

/** What figures, records, codes and fields mean, as far as they are open to the visitor. */
export function addDictionary(app: FastifyInstance, { page, fetchDoor }: DictionaryMakers): void {
  app.get(PATH, async (request, reply) => {
    const dictionary = await unlessLost(askDictionary(fetchDoor, askingOf(request)));
    const lost = { isLost: dictionary === null };
    const view = { ...lostView(lost), ...(dictionary && viewOf(dictionary, request)) };
    return sendPage(reply, page(request, 'dictionary/dictionary.njk', view), statusOf(lost));
  });

  const config = { holdsNoRecords: true };
  app.get<{ Params: { file: string } }>(`${PATH}/:file`, { config }, async (request, reply) => {
    const { file } = request.params;
    const type = ownOf(FILES, file);
    if (type === undefined) throw new NotFound();
    const text = await fetchDoor(`/${file}`, steadyAskingOf(request));
    return reply.header('content-disposition', `attachment; filename="${file}"`).type(type).send(text);
  });
}

function viewOf(dictionary: Dictionary, request: FastifyRequest) {
  const { sections, entries, changes } = dictionary;
  const { q, section, page } = queryOf(request);
  const chosen = sections.find(({ name }) => name === section) ?? null;
  const words = typeof q === 'string' ? q.trim().slice(0, MOST_CHARACTERS) : '';
  const sought: Sought = { words, section: chosen?.name ?? '' };
  const isSought = words !== '' || chosen !== null;
  const counted = sections.map((each) => ({
    ...each,
    href: hrefOf({ words: '', section: each.name }, 1),
    count: countWords(
      entries.filter(({ section: of, within }) => of === each.name && within === null).length,
    ),
  }));
  return {
    ...{ words, chosen, isSought, sections: counted, path: PATH },
    ...(isSought ? found(findEntries(dictionary, sought), { sought, page }) : {}),
    going: goingOf(dictionary),
    changes: changesView(changes),
    since: dayWords(changes.since),
    files: Object.keys(FILES).map((file) => ({
      href: `${PATH}/${file}`,
      kind: file.split('.')[1]?.toUpperCase(),
    })),
  };
}

/** One page of what was found, and the ways on. */
function found(all: readonly Found[], { sought, page }: { readonly sought: Sought; readonly page: unknown }) {
  const pages = Math.max(1, Math.ceil(all.length / EACH_PAGE));
  const at = Math.min(pages, Math.max(1, Math.trunc(Number(page)) || 1));
  const first = (at - 1) * EACH_PAGE;
  const shown = all.slice(first, first + EACH_PAGE);
  return {
    total: all.length,
    entries: shown.map(entryView),
    links: {
      says: all.length > EACH_PAGE ? `${first + 1} to ${first + shown.length} of ${all.length}` : '',
      firstHref: at > 2 ? hrefOf(sought, 1) : null,
      previousHref: at > 1 ? hrefOf(sought, at - 1) : null,
      nextHref: at < pages ? hrefOf(sought, at + 1) : null,
    },
  };
}

function hrefOf({ words, section }: Sought, page: number): string {
  const parameters = new URLSearchParams();
  if (words !== '') parameters.set('q', words);
  if (section !== '') parameters.set('section', section);
  if (page > 1) parameters.set('page', String(page));
  return `${PATH}?${parameters}`;
}
