import { z } from 'zod';
import type { FetchDoor } from '../../gateway/fetching';
import type { Asking, Gateway } from '../../gateway/gateway';
import { GatewayRefusal } from '../../gateway/refusal';
import { JobListDocument, ReachDocument } from '../../operations/__generated__/operations';
import { askPart } from '../ask-part';

const partsModel = z.object({
  parts: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['ANSWERS', 'SLOW', 'SILENT']),
      since: z.string().nullable(),
      seconds: z.number().nullable(),
      findings: z.array(z.string()),
    }),
  ),
});

/** How one part stands, as the gateway tells it. */
export type ToldPart = z.output<typeof partsModel>['parts'][number];

/** How each part stands. Throws `GatewayRefusal` where the gateway does not answer, or nothing of the kind. */
export async function askParts(fetchDoor: FetchDoor, asking: Asking): Promise<readonly ToldPart[]> {
  const told = partsModel.safeParse(jsonOf(await fetchDoor('/parts', asking)));
  if (told.success) return told.data.parts;
  throw new GatewayRefusal('UNREACHABLE', 'What answers is not the gateway');
}

/** How far the records of each source reach; null where that cannot be had, or is not for this person. */
export async function askFreshness(gateway: Gateway, asking: Asking) {
  const answer = await askPart(gateway.ask(ReachDocument, {}, asking));
  return answer?.reach?.sources ?? null;
}

/** Long work that waits or is being done; null for those who may not see it, or where it cannot be had. */
export async function askWaiting(gateway: Gateway, asking: Asking) {
  const answer = await askPart(gateway.ask(JobListDocument, { first: 1, after: null }, asking));
  return answer?.underWay?.edges.flatMap(({ node }) => node ?? []) ?? null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
