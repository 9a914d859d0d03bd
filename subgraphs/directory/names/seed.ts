import { channelNamed, directorateNamed, serviceNamed } from '../../../contracts/events/names';
import type { Transaction } from '../../../platform/transaction/transaction';
import { decidedNames, withDecided } from '../words/decisions';
import { keepNames, nameOf } from './name';
import { channels, directorates, services } from './reference-data';

/** Makes the reference data known, with or without the demonstration's records, and with the words that people added. */
export async function seed(transaction: Transaction): Promise<void> {
  const decided = await decidedNames(transaction);
  const withWords = (key: string, names: readonly string[]) => withDecided(names, decided.get(key) ?? []);
  const directorateName = new Map<string, string>(directorates.map(({ id, name }) => [id, name]));
  return keepNames(transaction, [
    ...directorates.map((directorate) => nameOf(directorateNamed, directorate)),
    ...services.map((service) =>
      nameOf(serviceNamed, {
        ...service,
        formerNames: withWords(`service/${service.id}`, service.formerNames),
        directorate: directorateName.get(service.directorateId) ?? service.directorateId,
      }),
    ),
    ...channels.map((channel) =>
      nameOf(channelNamed, {
        ...channel,
        otherNames: withWords(`channel/${channel.id}`, channel.otherNames),
      }),
    ),
  ]);
}
