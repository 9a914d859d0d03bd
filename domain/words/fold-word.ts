/** A word as lists compare it: no spaces around, one space inside for any run of them, case aside. */
export function foldWord(word: string): string {
  return word.trim().replace(/\s+/g, ' ').toLowerCase();
}
