/** Reads all rows of a part's table. */
export type Read = <Row>(schema: string, table: string) => Promise<readonly Row[]>;

/** Days in a row of which records speak; `to` is null where each day is recorded as it comes: of work that is done here. */
export interface Span {
  readonly from: string;
  readonly to: string | null;
}

/** Of which days records speak, by who keeps them: what systems gave out, and what is done here. Between the two may be days of which nobody recorded anything. */
export type OwnReach = ReadonlyMap<string, OwnSpans>;

interface OwnSpans {
  readonly loaded: Span | null;
  readonly live: Span | null;
}

interface SourceRow {
  readonly keepers: readonly string[];
  readonly from_day: string;
  readonly to_day: string;
}

/** Reads it of the parts' own tables. */
export async function readReach(read: Read, keepers: readonly string[]): Promise<OwnReach> {
  // The copy of one part has every source that is loaded.
  const rows = await read<SourceRow>('ombudsman', 'source_reach');
  const reach = new Map<string, OwnSpans>();
  for (const keeper of keepers) {
    const sources = rows.filter(({ keepers: fed }) => fed.includes(keeper.toLowerCase()));
    reach.set(keeper, { loaded: loadedOf(sources), live: await liveOf(read, keeper) });
  }
  return reach;
}

function loadedOf(sources: readonly SourceRow[]): Span | null {
  const [from] = sources.map(({ from_day }) => from_day).sort();
  const to = sources
    .map(({ to_day }) => to_day)
    .sort()
    .at(-1);
  return from && to ? { from, to } : null;
}

/** Streams are worked on here. */
async function liveOf(read: Read, keeper: string): Promise<Span | null> {
  if (OF_NO_STREAM.includes(keeper)) return null;
  const [row] = await read<{ since: string }>(keeper.toLowerCase(), 'live_since');
  return row === undefined ? null : { from: row.since, to: null };
}

const OF_NO_STREAM = ['OMBUDSMAN', 'CALLS'];

/** Whether records speak of a day, of which today is the last. */
export const isSpokenOf = (spans: OwnSpans | undefined, day: string, today: string): boolean =>
  [spans?.loaded, spans?.live].some((span) => span && span.from <= day && day <= (span.to ?? today));

/** The last day of which records speak; null where there are none. */
export function endOf(spans: OwnSpans | undefined, today: string): string | null {
  if (spans?.live) return today;
  return spans?.loaded?.to ?? null;
}

/** Whether something was recorded before the month in which the work began here: what is done here says nothing of before. */
export const isBeforeLive = (spans: OwnSpans | undefined, day: string | null): boolean =>
  day !== null && day < `${(spans?.live?.from ?? '9999-01').slice(0, 7)}-01`;

/** Whether a keeper's complaints are worked on here on a day. */
export const isLiveOn = (spans: OwnSpans | undefined, day: string): boolean =>
  spans?.live ? spans.live.from <= day : false;
