import type { Asking, Gateway } from '../../gateway/gateway';
import { WorkshopDocument, type WorkshopQuery } from '../../operations/__generated__/operations';
import { NotFound } from '../../server/not-found';

export type AskedWorkshop = NonNullable<WorkshopQuery['workshop']>;

/** Where one workshop is read about. */
export const workshopPath = (id: string): string => `/workshops/${encodeURIComponent(id)}`;

/** One workshop. Throws `NotFound` where there is none. */
export async function askWorkshop(gateway: Gateway, asking: Asking, id: string): Promise<AskedWorkshop> {
  const { workshop } = await gateway.ask(WorkshopDocument, { id }, asking);
  if (workshop === null) throw new NotFound();
  return workshop;
}
