// Widths of letters in ems, of the wider of the fonts that readers may have (DejaVu Sans, Verdana): which of them it is
// nobody knows here, and room to spare looks better than words over each other.
const THIN = /[ijl.,:;'|!]/;
const NARROW = /[frtI()[\]\s/-]/;
const WIDE = /[mMW@%—]/;
const CAPITAL = /[A-Zw&]/;
/** How much wider bold letters are. */
const BOLD = 1.12;

/** How wide a text is at most, in the unit of the size of its letters. */
export function textWidth(text: string, fontSize: number, { isBold = false } = {}): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * fontSize * (isBold ? BOLD : 1);
}

const LAST_LATIN = 0x24f;
const LATIN: ReadonlyMap<string, number> = new Map(
  Array.from({ length: LAST_LATIN + 1 }, (_, code) => String.fromCharCode(code)).map((character) => [
    character,
    widthOf(character),
  ]),
);

/** A page of charts measures thousands of letters, so those of Latin are looked up. */
const emsOf = (character: string): number => LATIN.get(character) ?? widthOf(character);

function widthOf(character: string): number {
  if (THIN.test(character)) return 0.33;
  if (NARROW.test(character)) return 0.4;
  if (WIDE.test(character)) return 0.98;
  if (CAPITAL.test(character)) return 0.74;
  // Scripts other than Latin have wider signs.
  return character > '\u024f' ? 1.05 : 0.63;
}

/**
 * The text in lines that are no wider than `width`, broken between words, and within one that is wider by itself. What
 * is beyond `mostLines` is cut with "…": whoever shortens a name shows it in full elsewhere.
 */
export function wrapText(
  text: string,
  {
    width,
    fontSize,
    mostLines,
    isBold = false,
  }: {
    readonly width: number;
    readonly fontSize: number;
    readonly mostLines: number;
    readonly isBold?: boolean;
  },
): readonly string[] {
  const fits = (line: string): boolean => textWidth(line, fontSize, { isBold }) <= width;
  const lines: string[] = [''];
  for (const word of text.split(/\s+/).flatMap((part) => pieces(part, fits))) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    if (fits(longer) || lines.at(-1) === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.length <= mostLines ? lines : shortened(lines.slice(0, mostLines), fits);
}

/** A word in pieces that fit by themselves. */
function pieces(word: string, fits: (line: string) => boolean): string[] {
  const found: string[] = [''];
  for (const character of word) {
    const longer = `${found.at(-1)}${character}`;
    if (fits(longer) || found.at(-1) === '') found[found.length - 1] = longer;
    else found.push(character);
  }
  return found;
}

function shortened(lines: readonly string[], fits: (line: string) => boolean): string[] {
  let last = Array.from(lines.at(-1) ?? '');
  while (last.length > 1 && !fits(`${last.join('').trimEnd()}…`)) last = last.slice(0, -1);
  return [...lines.slice(0, -1), `${last.join('').trimEnd()}…`];
}
