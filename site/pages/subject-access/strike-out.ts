/** What stands where words were struck out. */
const STRUCK = '[struck out]';

/** A text as it is compared, and which place of what was written each of its characters comes from. */
interface Folded {
  readonly text: string;
  readonly places: readonly { readonly from: number; readonly to: number }[];
}

/** Nothing of these is seen, or tells one name from another: marks on letters, and signs of the layout. */
const UNSEEN = /[\p{M}\p{Cf}]/gu;

/**
 * Strikes words out wherever they stand, as a reader would: in capitals or not, with or without accents, whatever their dashes,
 * apostrophes and blanks, whole where several of them overlap.
 */
export function strikeOut(value: string, words: readonly string[]): string {
  const { text, places } = folded(value);
  const ranges = words
    .map((word) => folded(word).text.trim())
    .filter((word) => word !== '')
    .flatMap((word) => placesOf(text, word).map((start) => ({ start, end: start + word.length })))
    .sort((one, other) => one.start - other.start);
  let kept = '';
  let until = 0;
  let reached = -1;
  for (const { start, end } of ranges) {
    if (start >= reached) {
      const from = places[start]?.from ?? value.length;
      kept += `${value.slice(until, Math.max(from, until))}${STRUCK}`;
    }
    reached = Math.max(reached, end);
    until = Math.max(until, places[end - 1]?.to ?? value.length);
  }
  return kept + value.slice(until);
}

/** Every place, those that overlap too. */
function placesOf(text: string, word: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push(at);
  return found;
}

function folded(value: string): Folded {
  const places: { from: number; to: number }[] = [];
  let text = '';
  let from = 0;
  for (const sign of value) {
    const to = from + sign.length;
    for (const one of plain(sign)) {
      if (one === ' ' && text.endsWith(' ')) continue;
      text += one;
      for (let unit = 0; unit < one.length; unit += 1) places.push({ from, to });
    }
    from = to;
  }
  return { text, places };
}

const plain = (sign: string): string =>
  sign
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(/\s/gu, ' ')
    .replace(/\p{Pd}/gu, '-')
    .replace(/[’‘ʼ`´]/gu, "'");
