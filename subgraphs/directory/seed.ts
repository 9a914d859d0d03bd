import type { Transaction } from '../../platform/transaction/transaction';
import { keepNames } from './name';
import { channels, directorates, services } from './reference-data';

/** Makes the reference data known, with or without the demonstration's records. */
export function seed(transaction: Transaction): Promise<void> {
  const directorateName = new Map<string, string>(directorates.map(({ id, name }) => [id, name]));
  return keepNames(transaction, [
    ...directorates.map((payload) => ({ kind: 'directorate-named' as const, payload })),
    ...services.map((service) => ({
      kind: 'service-named' as const,
      payload: {
        ...service,
        directorate: directorateName.get(service.directorateId) ?? service.directorateId,
      },
    })),
    ...channels.map((payload) => ({ kind: 'channel-named' as const, payload })),
  ]);
}
