import { type Choices, NO_NAME } from '../filters/parts';
import type { Asking, Gateway } from '../gateway/gateway';
import { FilterNamesDocument, FilterThemesDocument } from '../operations/__generated__/operations';
import { askPart } from './ask-part';
import { keptShortly } from './keep-shortly';

/** Names change when somebody decides so or a file is loaded, not from page to page. */
const KEPT_MILLIS = 60_000;
/** More people than look at figures in one minute. */
const MOST_KEPT = 500;

const NAMED = ['services', 'directorates', 'themes', 'channels'] as const;

/** The names, and the services that they are of. */
export interface FilterNames {
  readonly choices: Choices;
  readonly services: readonly { readonly id: string; readonly name: string; readonly directorate: string }[];
}

const kept = keptShortly<FilterNames>({ keptMillis: KEPT_MILLIS, most: MOST_KEPT });

/**
 * The names that a filter can have. They are kept for a minute; an address that names another asks for them anew, so that
 * a new name is known at once. What cannot be had is null, costs a page nothing else, and is asked again by the next page.
 */
export async function askFilterNames(
  gateway: Gateway,
  asking: Asking,
  query: Readonly<Record<string, unknown>>,
): Promise<FilterNames> {
  const last = kept.last(gateway, asking);
  if (last !== null && knows(last.choices, query)) return last;
  const names = await askAnew(gateway, asking);
  if (Object.values(names.choices).includes(null)) kept.forget(gateway, asking);
  else kept.keep(gateway, asking, names);
  return names;
}

/** Whether an address asks for names at all. */
export const namesAny = (query: Readonly<Record<string, unknown>>): boolean =>
  NAMED.some((part) => query[part] !== undefined);

/** What is known of the names before they are asked for. */
export const NAMES_UNKNOWN: Choices = { services: null, directorates: null, themes: null, channels: null };

const knows = (choices: Choices, query: Readonly<Record<string, unknown>>): boolean =>
  NAMED.every((part) =>
    [query[part] ?? []]
      .flat()
      .every((name) => name === NO_NAME || choices[part]?.some((each) => each === name)),
  );

async function askAnew(gateway: Gateway, asking: Asking): Promise<FilterNames> {
  const [names, found] = await Promise.all([
    askPart(gateway.ask(FilterNamesDocument, {}, asking)),
    askPart(gateway.ask(FilterThemesDocument, {}, asking)),
  ]);
  const services = names && (names.services ?? []);
  const choices = {
    services: services?.map(({ name }) => name) ?? null,
    directorates: services && [...new Set(services.map(({ directorate }) => directorate))].sort(),
    channels: names && (names.channels ?? []).map(({ name }) => name),
    themes: found && (found.themes?.rows ?? []).flatMap(({ theme }) => theme ?? []),
  };
  return { choices, services: services ?? [] };
}
