import { z } from 'zod';
import { streamName } from '../../../domain/figures/names';
import type { Asking, Gateway, Operation } from '../../gateway/gateway';
import { isPartLost } from '../../gateway/part-lost';
import { mergePages } from '../../lists/merge-pages';
import { PAGE_ROWS } from '../../lists/page-place';
import {
  type FoundPageFragment,
  SearchAdultsDocument,
  SearchChildrensDocument,
  SearchCorporateDocument,
  type SearchCorporateQuery,
  type SearchCorporateQueryVariables,
  SearchSchoolsDocument,
} from '../../operations/__generated__/operations';
import type { StreamName } from '../../server/searched-streams';

type AskStream = Operation<SearchCorporateQuery, SearchCorporateQueryVariables>;

/** What each stream is asked by. */
const STREAMS: Readonly<Record<StreamName, AskStream>> = {
  corporate: SearchCorporateDocument,
  adults: SearchAdultsDocument,
  childrens: SearchChildrensDocument,
  schools: SearchSchoolsDocument,
};

const placesModel = z.partialRecord(z.enum(['corporate', 'adults', 'childrens', 'schools']), z.string());

export type Found = NonNullable<FoundPageFragment['edges'][number]['node']>;

/** A page of what was found in all streams together. */
export interface FoundTogether {
  readonly found: readonly Found[];
  /** Where the next page begins, as one text; null where there is none. */
  readonly next: string | null;
  /** The streams that do not answer, in words. */
  readonly lost: readonly string[];
}

/** What holds the words in the streams, the newest first, from where `place` says. One that is down costs its own. */
export async function askAccounts(
  gateway: Gateway,
  asking: Asking,
  {
    words,
    streams,
    place,
  }: { readonly words: string; readonly streams: readonly StreamName[]; readonly place: string | null },
): Promise<FoundTogether> {
  const places = place === null ? {} : placesModel.parse(JSON.parse(place));
  const pages = await Promise.all(
    streams.map(async (name) => {
      const variables = { words, first: PAGE_ROWS, after: places[name] ?? null };
      return { name, page: await pageOf(gateway, asking, STREAMS[name], variables) };
    }),
  );
  const momentOf = ({ receivedOn }: Found) => Date.parse(receivedOn);
  const { taken, hasMore, lost } = mergePages(pages, { size: PAGE_ROWS, momentOf });
  const next = { ...places, ...Object.fromEntries(taken.map(({ name, cursor }) => [name, cursor])) };
  return {
    found: taken.map(({ node }) => node),
    next: hasMore ? JSON.stringify(next) : null,
    lost: lost.map((name) => streamName(name.toUpperCase())),
  };
}

async function pageOf(
  gateway: Gateway,
  asking: Asking,
  operation: AskStream,
  variables: SearchCorporateQueryVariables,
) {
  try {
    return (await gateway.ask(operation, variables, asking)).found;
  } catch (error) {
    if (isPartLost(error)) return null;
    throw error;
  }
}
