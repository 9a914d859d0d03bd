/** Owners as the tables hold them, by the streams that a filter names; null where it names none. */
export const ownersOf = (streams: readonly string[] | null | undefined): string[] | null =>
  streams?.map((stream) => stream.toLowerCase()) ?? null;
