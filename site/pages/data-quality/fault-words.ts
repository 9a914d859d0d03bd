import { ownOf } from '../../../platform/tables/own-of';

/** What is wrong, and what somebody can do about it. */
export interface FaultWords {
  readonly title: string;
  readonly todo: string;
}

const CORRECT_DAY = 'Look the day up in the letter or the system, and write it as 04/05/2021.';
const RAGGED =
  'Give each cell under its own column again: nobody can tell which one was lost or added. Better still, export the file again.';
const MAP_WORD = 'Say what the word means, or have it written as the others in the system it comes from.';

/** Faults that are better told in words of their own than by their code. */
const WORDS: Readonly<Record<string, FaultWords>> = {
  NO_IDENTITY: {
    title: 'No usable reference',
    todo: 'Find the reference in the system, and write it here in full.',
  },
  RECEIVED_MISSING: { title: 'No day of receipt', todo: CORRECT_DAY },
  RECEIVED_UNREADABLE: { title: 'The day of receipt cannot be read', todo: CORRECT_DAY },
  RECEIVED_IN_FUTURE: { title: 'The day of receipt has not come yet', todo: CORRECT_DAY },
  OFFERED_MISSING: { title: 'No day of the call', todo: CORRECT_DAY },
  OFFERED_UNREADABLE: { title: 'The day of the call cannot be read', todo: CORRECT_DAY },
  STAGE_UNREADABLE: {
    title: 'The stage is not 1, 2 or 3',
    todo: 'Write the number of the stage: 1, 2 or 3.',
  },
  ROW_TOO_SHORT: { title: 'The row has too few cells', todo: RAGGED },
  ROW_TOO_LONG: { title: 'The row has too many cells', todo: RAGGED },
  NUL_BYTES: {
    title: 'Part of the row is lost',
    todo: 'Write the damaged cells anew, or export the file again.',
  },
  NOT_JSON: { title: 'The line cannot be read', todo: 'Give the whole line again as the system writes it.' },
  CONFLICTING_COPY: {
    title: 'Two rows, one reference',
    todo: 'Say whether it is a copy, or another record that got the same reference.',
  },
  CONTROL_TOTAL_MISMATCH: {
    title: 'The file says another number of records',
    todo: 'Compare with the system, and load a complete export if rows are missing.',
  },
  UNKNOWN_SERVICE: { title: 'Unknown service', todo: MAP_WORD },
  UNKNOWN_CHANNEL: { title: 'Unknown channel', todo: MAP_WORD },
  UNKNOWN_CLOSURE_CODE: { title: 'Unknown closure code', todo: MAP_WORD },
  UNKNOWN_OUTCOME: { title: 'Unknown outcome', todo: MAP_WORD },
};

/** Faults of words that people can give a meaning. */
export const WORD_CODES: readonly string[] = [
  'UNKNOWN_SERVICE',
  'UNKNOWN_CHANNEL',
  'UNKNOWN_CLOSURE_CODE',
  'UNKNOWN_OUTCOME',
];

/** What most codes end with, and what can be done about those. */
const ENDINGS: readonly (readonly [string, string, string])[] = [
  ['_UNREADABLE', ' cannot be read', CORRECT_DAY],
  ['_IN_FUTURE', ' has not come yet', CORRECT_DAY],
  ['_BEFORE_RECEIVED', ' is before the receipt', CORRECT_DAY],
  ['_MISSING', ' is missing', 'Fill it in here, or in the system it comes from.'],
];
const ELSEWHERE = 'Put it right in the system it comes from; the next extract brings it.';

/** What can be done about a fault of a row that is counted: no page corrects it, and its system's next extract ends the fault. */
export function todoOfCounted(code: string): string {
  const isDecidedHere = WORD_CODES.includes(code) || code === 'CONFLICTING_COPY';
  return isDecidedHere ? faultWords(code).todo : `The row is counted. ${ELSEWHERE}`;
}

/** A code in words. A code that has none of its own is told by its parts: one that comes later is readable too. */
export function faultWords(code: string): FaultWords {
  const known = ownOf(WORDS, code);
  if (known !== undefined) return known;
  const ending = ENDINGS.find(([end]) => code.endsWith(end));
  if (ending === undefined) return { title: sentenceOf(code), todo: ELSEWHERE };
  const [end, says, todo] = ending;
  return { title: `${sentenceOf(code.slice(0, -end.length))}${says}`, todo };
}

function sentenceOf(code: string): string {
  const words = code.replaceAll('_', ' ').toLowerCase();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
