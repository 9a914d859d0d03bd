import { isDay } from '../../../domain/calendar/day';
import { shortDayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import { addressOf } from '../../filters/address';
import { STREAMS } from '../../filters/parts';
import { type PageLinks, type PagePlace, pageLinks } from '../../lists/page-place';
import { roomsFor } from './paths';
import type { QualityFilter, StateChoice } from './quality-filter';
import type { QualityNames } from './quality-names';

/** A page of a list as the gateway gave it. */
export interface GivenPage {
  readonly rows: number;
  readonly total: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Listed<State extends string> {
  readonly path: string;
  readonly filter: QualityFilter<State>;
  readonly place: PagePlace;
  readonly given: GivenPage;
  readonly names: QualityNames | null;
  readonly states: readonly StateChoice<State>[];
}

/** What every list of what is wrong shows around its rows: the form that narrows it, its file and the ways on. */
export function listFrame<State extends string>(listed: Listed<State>) {
  const { path, filter, place, given, names, states } = listed;
  const { parameters, problems } = filter;
  const links: PageLinks = pageLinks({ path, filter: {}, parameters, place, ...given });
  return {
    rooms: roomsFor(path),
    path,
    problems,
    chosen: parameters,
    isNarrowed: Object.keys(parameters).length > 0,
    tags: tagsOf(listed),
    choices: {
      sources: names?.sources ?? [],
      codes: names?.codes ?? [],
      streams: STREAMS.map((value) => ({ value, text: streamName(value) })),
      states: states.map(({ value, text }) => ({ value, text })),
    },
    total: given.total,
    links,
    csvHref: addressOf(`${path}.csv`, {}, parameters),
  };
}

/** How a page calls what its list is narrowed by. */
const NAMES: Readonly<Record<string, string>> = {
  source: 'System',
  code: 'What is wrong',
  stream: 'Stream',
  state: 'State',
  import: 'Import',
  from: 'Found from',
  to: 'Found to',
  aboutFrom: 'About days from',
  aboutTo: 'About days to',
  touching: 'Touching',
};

/** What a list is narrowed to, each with the address of the list without it. */
function tagsOf<State extends string>({ path, filter: { parameters }, names, states }: Listed<State>) {
  const told: Readonly<Record<string, readonly { readonly value: string; readonly text: string }[]>> = {
    source: names?.sources ?? [],
    code: names?.codes ?? [],
    stream: STREAMS.map((value) => ({ value, text: streamName(value) })),
    state: states,
  };
  return Object.entries(parameters).map(([name, value]) => ({
    name: NAMES[name] ?? name,
    value: told[name]?.find((choice) => choice.value === value)?.text ?? wordsOf(value),
    withoutHref: addressOf(path, {}, { ...parameters, [name]: null }),
  }));
}

const wordsOf = (value: string): string => (isDay(value) ? shortDayWords(value) : value);
