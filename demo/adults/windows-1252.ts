/** The characters that Windows-1252 writes as one byte of 0x80 to 0x9F, each before its byte. */
const BYTES = new Map(
  '€80 ‚82 ƒ83 „84 …85 †86 ‡87 ˆ88 ‰89 Š8A ‹8B Œ8C Ž8E ‘91 ’92 “93 ”94 •95 –96 —97 ˜98 ™99 š9A ›9B œ9C ž9E Ÿ9F'
    .split(' ')
    .map((pair) => [pair.charAt(0), Number.parseInt(pair.slice(1), 16)] as const),
);

/** Writes text as an older system on Windows does. Throws for a character that it has not. */
export function inWindows1252(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1');
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) continue;
    const byte = BYTES.get(text.charAt(place));
    if (byte === undefined) throw new Error(`Windows-1252 has no character ${code.toString(16)}`);
    bytes[place] = byte;
  }
  return bytes;
}
