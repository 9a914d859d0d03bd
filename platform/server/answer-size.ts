/** As text. The most cells that one operation may ask for come to some 12 MB of figures. */
export const MAX_ANSWER_BYTES = 16_000_000;

/** Marks and names around each value, about. */
const BYTES_AROUND = 4;
const BYTES_OF_OTHERS = 5;

/**
 * Whether an answer written as JSON stays within `maxBytes`, about: characters beyond ASCII count once. Looks no further
 * than it has to. One long text under many names takes little memory as it is, and all of it once it is written.
 */
export function isWithinBytes(answer: unknown, maxBytes = MAX_ANSWER_BYTES): boolean {
  const rest: unknown[] = [answer];
  let bytes = 0;
  while (rest.length > 0 && bytes <= maxBytes) {
    const value = rest.pop();
    bytes += ownBytes(value);
    if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) rest.push(inner);
  }
  return bytes <= maxBytes;
}

function ownBytes(value: unknown): number {
  if (typeof value === 'string') return value.length + BYTES_AROUND;
  if (typeof value !== 'object' || value === null) return BYTES_OF_OTHERS;
  if (Array.isArray(value)) return value.length;
  return Object.keys(value).reduce((sum, name) => sum + name.length + BYTES_AROUND, 0);
}
