import { directorateNamed, serviceNamed } from '../../../contracts/events/names';
import type { EventContract } from '../../../platform/outbox/event-contract';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { ServiceInForce } from './names-in-force';

/** A service, and a directorate, as the graph shows them. */
export type ServiceShown = ServiceInForce & { readonly __typename: 'Service'; readonly version: number };
export interface DirectorateShown {
  readonly __typename: 'Directorate';
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

/** The names of one kind that are published, by name. */
export async function published<Payload>(
  transaction: Transaction,
  { kind, parse }: EventContract<Payload>,
): Promise<(Payload & { readonly version: number })[]> {
  const rows = await transaction.query<{ payload: unknown; version: number }>(
    'select payload, version::int from directory.named where kind = $1 order by name, id',
    [kind],
  );
  return rows.map(({ payload, version }) => ({ ...parse(payload), version }));
}

/** The council's services, by name. */
export const readServices = async (transaction: Transaction): Promise<ServiceShown[]> =>
  (await published(transaction, serviceNamed)).map((service) => ({ ...service, __typename: 'Service' }));

/** The council's directorates, by name. */
export const readDirectorates = async (transaction: Transaction): Promise<DirectorateShown[]> =>
  (await published(transaction, directorateNamed)).map((directorate) => ({
    ...directorate,
    __typename: 'Directorate',
  }));
