/** One thing that a header such as Accept names, in lower case, and how much it is wanted. */
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
  return best(wantedIn(accept), offered, rangesOf);
}

const first = <Offered extends string>(offered: readonly Offered[]) =>
  offered[0] === undefined ? null : { type: offered[0], byName: false };

/** What stands for a media type in an Accept header, the most exact first. */
const rangesOf = (type: string): string[] => [type, `${type.split('/')[0]}/*`, '*/*'];

/** The most wanted; of two that are wanted alike, the one that the caller names first, then ours. */
function best<Offered extends string>(
  wanted: readonly Wanted[],
  offered: readonly Offered[],
  ranges: (name: string) => readonly string[],
) {
  const ranked = offered.flatMap((type) => {
    const range = ranges(type).find((each) => wanted.some(({ name }) => name === each));
    const place = wanted.findIndex(({ name }) => name === range);
    const quality = wanted[place]?.quality ?? 0;
    return quality === 0 ? [] : [{ type, byName: range === type, quality, place }];
  });
  ranked.sort((a, b) => b.quality - a.quality || a.place - b.place);
  return ranked[0] ?? null;
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
