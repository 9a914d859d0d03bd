import { types } from 'pg';

type Parse = (text: string) => unknown;

const DATE = 1082;
const DATE_ARRAY = 1182;
const BIGINT = 20;
const BIGINT_ARRAY = 1016;
const TEXT_ARRAY = 1009;

/** The driver's own parser; its type says neither what it reads nor that it knows arrays. */
const builtIn = <Parsed = unknown>(oid: number): ((text: string) => Parsed) =>
  types.getTypeParser(oid, 'text');

/** A bigint as a number while that is exact, else as the text that PostgreSQL gave. */
function parseBigint(text: string): number | string {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
}

const parseTexts = builtIn<(string | null)[]>(TEXT_ARRAY);

const PARSERS: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  // A day has no time and no zone: a JavaScript Date would give it both.
  [DATE, (text) => text],
  [DATE_ARRAY, parseTexts],
  [BIGINT, parseBigint],
  [BIGINT_ARRAY, (text) => parseTexts(text).map((item) => (item === null ? null : parseBigint(item)))],
]);

/** How `pg` reads values, for its option `types`. Given to each connection; nothing global is changed. */
export const typeParsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): Parse {
    const own = format === 'binary' ? undefined : PARSERS.get(oid);
    return own ?? builtIn(oid);
  },
};
