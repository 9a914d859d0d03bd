/** Names are made of these, and so are words: none means anything. */
const SYLLABLES = [
  ...['ash', 'bel', 'cor', 'dun', 'eld', 'fen', 'gar', 'hol', 'ing', 'jar'],
  ...['kel', 'lor', 'mar', 'nor', 'ost', 'pel', 'ran', 'sel', 'tor', 'wex'],
] as const;
const COUNT = SYLLABLES.length;
/** So many words are in use; the first of them much more than the last. */
const VOCABULARY = 2_000;

const syllable = (place: string): string =>
  `(array[${SYLLABLES.map((each) => `'${each}'`).join(',')}])[1 + (${place})::int % ${COUNT}]`;

/** SQL of the surname of a complaint by its number: one of 8,000. */
export const surnameSql = (n: string): string =>
  `initcap(${syllable(n)} || ${syllable(`${n} / ${COUNT}`)} || ${syllable(`${n} / ${COUNT * COUNT}`)})`;

/** SQL of a forename: one of 400. */
export const forenameSql = (n: string): string =>
  `initcap(${syllable(`${n} / 7`)} || ${syllable(`${n} / 11`)} || 'a')`;

/** SQL of so many words, which depend on a number and a seed: common ones in nearly every text, rare ones in few. */
export const wordsSql = (
  n: string,
  { many, seed }: { readonly many: number; readonly seed: number },
): string => `(
  select string_agg(${wordSql(`floor(${VOCABULARY} * power((hashint8(${n}::bigint * 64 + w + ${seed}) & 2147483647) / 2147483648.0, 3))::int`)}, ' ')
  from generate_series(1, ${many}) as w)`;

/** SQL of a word of the vocabulary by its rank. */
const wordSql = (rank: string): string =>
  `${syllable(rank)} || ${syllable(`${rank} / ${COUNT}`)} || 'um' || ${syllable(`${rank} / ${COUNT * COUNT}`)}`;

const at = (place: number): string => SYLLABLES[Math.floor(place) % COUNT] ?? '';

/** The same, as somebody types them. */
export const surnameOf = (n: number): string => `${at(n)}${at(n / COUNT)}${at(n / (COUNT * COUNT))}`;
export const forenameOf = (n: number): string => `${at(n / 7)}${at(n / 11)}a`;
export const wordOf = (rank: number): string =>
  `${at(rank)}${at(rank / COUNT)}um${at(rank / (COUNT * COUNT))}`;
export const postcodeOf = (n: number): string => `ZZ${n % 97} ${Math.floor(n / 97) % 10}ZZ`;
/** SQL of a postcode: one of 970. */
export const postcodeSql = (n: string): string => `'ZZ' || ${n} % 97 || ' ' || (${n} / 97) % 10 || 'ZZ'`;
