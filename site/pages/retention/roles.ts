/** Who holds people for the law, and sees for how long they are kept; the gateway decides. */
const HOLDS: readonly string[] = ['officer', 'admin'];

export const mayHold = (role: string): boolean => HOLDS.includes(role);

/** Who decides about the people of a stream: officers who may read them. */
export const mayDecide = (
  { role, streams }: { readonly role: string; readonly streams: readonly string[] },
  stream: string | null,
): boolean => role === 'officer' && streams.includes(stream?.toLowerCase() ?? '');
