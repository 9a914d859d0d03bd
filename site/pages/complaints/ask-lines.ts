import type { Asking, Gateway } from '../../gateway/gateway';
import { isPartLost } from '../../gateway/part-lost';
import { ComplaintLinesDocument } from '../../operations/__generated__/operations';
import { type Lines, type Listed, linesOf } from './lines';

/**
 * What is known of each of these, by id. Each part is asked by itself, all at once: one that is down or hangs costs its own
 * rows. Throws where the gateway refuses for another reason.
 */
export async function askLines(gateway: Gateway, asking: Asking, listed: readonly Listed[]): Promise<Lines> {
  const kinds = [...new Set(listed.map(({ __typename }) => __typename))];
  const answers = await Promise.all(
    kinds.map(async (kind) => {
      const ids = listed.filter(({ __typename }) => __typename === kind).map(({ id }) => id);
      return { kind, nodes: await nodesOf(gateway, asking, [...new Set(ids)]) };
    }),
  );
  return linesOf(answers);
}

async function nodesOf(gateway: Gateway, asking: Asking, ids: readonly string[]) {
  try {
    return (await gateway.ask(ComplaintLinesDocument, { ids }, asking)).nodes;
  } catch (error) {
    if (isPartLost(error)) return null;
    throw error;
  }
}
