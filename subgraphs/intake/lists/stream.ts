import type { GraphQLResolveInfo } from 'graphql';
import { isEnumValue } from '../../../platform/server/enum-value';
import type { Stream } from '../__generated__/resolver-types';

/** What belongs to somebody: to a stream, another part, or nobody who can be told. */
interface Owned {
  readonly owner: string | null;
}

/**
 * The stream that something belongs to, as the schema calls it; null where its owner is none of the schema's streams. The
 * schema knows which streams there are, so a further one needs nothing here.
 */
export function streamOf(
  { owner }: Owned,
  _args: object,
  _context: unknown,
  { schema }: Pick<GraphQLResolveInfo, 'schema'>,
): Stream | null {
  const name = owner?.toUpperCase();
  return isEnumValue<Stream>(schema, 'Stream', name) ? name : null;
}
