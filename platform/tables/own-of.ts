/**
 * What a table says of a word that somebody else wrote (an address, a form); undefined for what is no word, and for one that the
 * table does not hold itself. Every object answers to "constructor": a word like that is in no table.
 */
export const ownOf = <Value>(table: Readonly<Record<string, Value>>, word: unknown): Value | undefined =>
  typeof word === 'string' && Object.hasOwn(table, word) ? table[word] : undefined;
