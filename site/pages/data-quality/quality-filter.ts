import { isDay } from '../../../domain/calendar/day';
import { STREAMS } from '../../filters/parts';
import type { QualityNames } from './quality-names';

/** A state that a list can be narrowed to: one of the graph's, or several of them together. */
export interface StateChoice<State extends string> {
  readonly value: string;
  readonly text: string;
  readonly states: readonly State[];
}

/** What an address narrows a list of what is wrong to; a part that makes no sense is left out, and told. */
export interface QualityFilter<State extends string> {
  readonly where: {
    readonly sources?: readonly string[];
    readonly codes?: readonly string[];
    readonly streams?: readonly (typeof STREAMS)[number][];
    readonly states?: readonly State[];
    readonly imports?: readonly string[];
    readonly from?: string;
    readonly to?: string;
    readonly aboutFrom?: string;
    readonly aboutTo?: string;
  };
  readonly parameters: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

type Query = Readonly<Record<string, unknown>>;
const IMPORT = /^\d{1,15}$/;

/** Reads what an address narrows a list to. `names` are null where they could not be had: then any name may be meant. */
export function readQualityFilter<State extends string>(
  query: Query,
  { names, states }: { names: QualityNames | null; states: readonly StateChoice<State>[] },
): QualityFilter<State> {
  const problems: string[] = [];
  const parameters: Record<string, string> = {};
  const read = (name: string, isMeant: (text: string) => boolean, says: string): string | undefined => {
    const given = query[name];
    if (given === undefined || given === '') return undefined;
    const text = typeof given === 'string' ? given.trim() : '';
    if (text === '' || text.length > 200 || !isMeant(text)) {
      problems.push(says);
      return undefined;
    }
    parameters[name] = text;
    return text;
  };
  const among = (known: readonly { readonly value: string }[] | undefined) => (text: string) =>
    known === undefined || known.some(({ value }) => value === text);
  const day = (name: string, label: string) =>
    read(name, isDay, `${label}: write one day such as 2021-09-30.`);

  const source = read('source', among(names?.sources), 'System: choose one from the list.');
  const code = read('code', among(names?.codes), 'What is wrong: choose one from the list.');
  const named = read('stream', isStream, 'Stream: choose one from the list.');
  const stream = STREAMS.find((each) => each === named);
  const state = read('state', among(states), 'State: choose one from the list.');
  const run = read('import', (text) => IMPORT.test(text), 'Import: write the number of one import.');
  const days = {
    from: day('from', 'Found from'),
    to: day('to', 'Found to'),
    aboutFrom: day('aboutFrom', 'About days from'),
    aboutTo: day('aboutTo', 'About days to'),
  };
  const chosen = states.find(({ value }) => value === state);
  const where = {
    ...(source === undefined ? {} : { sources: [source] }),
    ...(code === undefined ? {} : { codes: [code] }),
    ...(stream === undefined ? {} : { streams: [stream] }),
    ...(chosen === undefined ? {} : { states: chosen.states }),
    ...(run === undefined ? {} : { imports: [run] }),
    ...Object.fromEntries(Object.entries(days).filter(([, text]) => text !== undefined)),
  };
  return { where, parameters, problems };
}

const isStream = (text: string): boolean => STREAMS.some((stream) => stream === text);
