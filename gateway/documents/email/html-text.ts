/** Marks that end a line where they stand. */
const LINE_ENDS =
  /<(?:br|hr)\b[^>]*>|<\/(?:p|div|tr|li|h[1-6]|blockquote|table|ul|ol|pre|section|article)\s*>/gi;
/** What is for programs, with all that is in it. */
const UNSHOWN =
  /<(script|style|head|title|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', pound: '£', euro: '€' },
  ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…', bull: '•' },
};
const HIGHEST = 0x10ffff;

/** What an e-mail says that was written as a page: its text alone. It is shown as text, so that nothing in it runs whatever is left. */
export function htmlText(html: string): string {
  const plain = html
    .replaceAll(UNSHOWN, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(LINE_ENDS, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi, (written, decimal, hex, name) =>
      entity(written, { decimal, hex, name }),
    );
  return plain
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function entity(
  written: string,
  { decimal, hex, name }: { readonly decimal?: string; readonly hex?: string; readonly name?: string },
): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? written;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= HIGHEST ? String.fromCodePoint(code) : written;
}
