/** One thing that a header such as Accept or Accept-Encoding names, in lower case, and how much it is wanted. */
interface Wanted {
  readonly name: string;
  /** 0 to 1; 0 is what is not wanted at all. */
  readonly quality: number;
}

/** Of `offered`, what the caller likes best by an Accept header (RFC 9110, 12.5.1); null where they take none of it. */
export function chosenMediaType<Offered extends string>(
  accept: string | undefined,
  offered: readonly Offered[],
): { readonly type: Offered; readonly byName: boolean } | null {
  // A header without anything in it is no header.
  if (accept === undefined || accept.trim() === '') return first(offered);
  // Of two that are wanted alike, the one that the caller names first, then ours.
  const liked = ranked(wantedIn(accept), offered, rangesOf);
  return liked.sort((a, b) => b.quality - a.quality || a.place - b.place)[0] ?? null;
}

/**
 * Of `offered`, the content coding that the caller likes best by an Accept-Encoding header, the first of those that they
 * like alike; null is none, as it is.
 */
export function chosenCoding<Offered extends string>(
  acceptEncoding: string | undefined,
  offered: readonly Offered[],
): Offered | null {
  const wanted = wantedIn(acceptEncoding ?? '');
  const identity = wanted.find(({ name }) => name === 'identity')?.quality ?? 0;
  const liked = ranked(wanted, offered, (coding) => [coding, `x-${coding}`, '*'])
    .filter(({ quality }) => quality >= identity)
    .sort((a, b) => b.quality - a.quality);
  return liked[0]?.type ?? null;
}

const first = <Offered extends string>(offered: readonly Offered[]) =>
  offered[0] === undefined ? null : { type: offered[0], byName: false };

/** What stands for a media type in an Accept header, the most exact first. */
const rangesOf = (type: string): string[] => [type, `${type.split('/')[0]}/*`, '*/*'];

/** What of `offered` is wanted at all, how much, and at which place of the header. */
function ranked<Offered extends string>(
  wanted: readonly Wanted[],
  offered: readonly Offered[],
  ranges: (name: string) => readonly string[],
) {
  return offered.flatMap((type) => {
    const range = ranges(type).find((each) => wanted.some(({ name }) => name === each));
    const place = wanted.findIndex(({ name }) => name === range);
    const quality = wanted[place]?.quality ?? 0;
    return quality === 0 ? [] : [{ type, byName: range === type, quality, place }];
  });
}

const wantedIn = (header: string): Wanted[] =>
  header.split(',').flatMap((part) => {
    const [name = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
    return name === '' ? [] : [{ name, quality: qualityIn(parameters) }];
  });

/** What is written otherwise than the standard has it is not wanted. */
function qualityIn(parameters: readonly string[]): number {
  const given = parameters.find((each) => /^q *=/.test(each));
  if (given === undefined) return 1;
  const [, number = ''] = /^q *= *([01](?:\.\d{0,3})?)$/.exec(given) ?? [];
  return number === '' ? 0 : Math.min(Number(number), 1);
}
