const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The fault of a key that could not stand in an id. */
export const wrongKey = (at: string, key: string): readonly string[] =>
  KEY.test(key) ? [] : [`${at}: its key is not written in small letters with hyphens`];

/** A fault for each key that is there more than once. */
export function repeated(at: string, keys: readonly string[]): readonly string[] {
  const twice = keys.filter((key, place) => keys.indexOf(key) !== place);
  return [...new Set(twice)].map((key) => `${at}: ${key} is there twice`);
}
