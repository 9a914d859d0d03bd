import { isDay } from '../../../../domain/calendar/day';
import { STREAMS } from '../../../filters/parts';
import type { LikelyDuplicateState } from '../../../operations/__generated__/operations';

/** What was decided of a pair, as a page says it. */
export const PAIR_STATES: Readonly<Record<LikelyDuplicateState, string>> = {
  OPEN: 'Waits',
  CONFIRMED: 'One complaint',
  REFUSED: 'Two complaints',
};

const isState = (text: string): text is LikelyDuplicateState => Object.hasOwn(PAIR_STATES, text);

/** What an address narrows the list of pairs to; what makes no sense is left out, and told. */
export interface PairQuestion {
  readonly where: {
    readonly states?: readonly LikelyDuplicateState[];
    readonly streams?: readonly (typeof STREAMS)[number][];
    readonly receivedFrom?: string;
    readonly receivedTo?: string;
  };
  readonly parameters: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

/** Reads what an address narrows the list of pairs to. */
export function readPairQuestion(query: Readonly<Record<string, unknown>>): PairQuestion {
  const textOf = (name: string): string => {
    const given = query[name];
    return typeof given === 'string' ? given.trim() : given === undefined ? '' : '?';
  };
  const [state, stream] = [textOf('state'), textOf('stream')];
  const [receivedFrom, receivedTo] = [textOf('receivedFrom'), textOf('receivedTo')];
  const known = STREAMS.find((each) => each === stream);
  const parts = [
    {
      parameters: { state },
      where: isState(state) ? { states: [state] } : null,
      says: 'State: choose one from the list.',
    },
    {
      parameters: { stream },
      where: known === undefined ? null : { streams: [known] },
      says: 'Stream: choose one from the list.',
    },
    {
      parameters: { receivedFrom },
      where: isDay(receivedFrom) ? { receivedFrom } : null,
      says: 'Received from: write one day such as 2021-09-30.',
    },
    {
      parameters: { receivedTo },
      where: isDay(receivedTo) ? { receivedTo } : null,
      says: 'Received to: write one day such as 2021-09-30.',
    },
  ];
  const given = parts.filter((part) => Object.values(part.parameters).some((text) => text !== ''));
  const meant = given.filter(({ where }) => where !== null);
  return {
    where: Object.assign({}, ...meant.map(({ where }) => where)),
    parameters: Object.assign({}, ...meant.map(({ parameters }) => parameters)),
    problems: given.filter(({ where }) => where === null).map(({ says }) => says),
  };
}
