import { channelNamed, directorateNamed, serviceNamed } from '../../../contracts/events/names';
import { lockName } from '../../../platform/transaction/lock-name';
import type { Transaction } from '../../../platform/transaction/transaction';
import { decidedNames, withDecided } from '../words/decisions';
import { nameDecisions } from './decisions';
import { keepNames, nameOf } from './name';
import { directoratesInForce, type KnownNames, servicesInForce } from './names-in-force';
import { channels, directorates, services } from './reference-data';

/** Makes the reference data known, with or without the demonstration's records, and with what people decided since. */
export const seed = (transaction: Transaction): Promise<void> => keepAllNames(transaction);

/** One after another, so that no name is given twice, and no word is lost that two gave to one service. */
export async function lockNames(transaction: Transaction): Promise<void> {
  await lockName(transaction, 'directory.names');
  await transaction.query('select from directory.named order by kind, id for update');
}

/** Keeps all names as they follow from the reference data and from what people decided, and publishes those that changed. */
export async function keepAllNames(transaction: Transaction): Promise<void> {
  const known = await knownNames(transaction);
  await keepCouncilNames(transaction, known);
  await keepNames(
    transaction,
    channels.map((channel) =>
      nameOf(channelNamed, {
        ...channel,
        otherNames: withDecided(channel.otherNames, known.words.get(`channel/${channel.id}`) ?? []),
      }),
    ),
  );
}

/** What is known of names: with the product, and by what people decided. */
export const knownNames = async (transaction: Transaction): Promise<KnownNames> => ({
  ...{ directorates, services },
  decisions: await nameDecisions(transaction),
  words: await decidedNames(transaction),
});

/** Keeps the names of directorates and services, and publishes those that are new or changed. */
export const keepCouncilNames = (transaction: Transaction, known: KnownNames): Promise<void> =>
  keepNames(transaction, [
    ...directoratesInForce(known).map((directorate) => nameOf(directorateNamed, directorate)),
    ...servicesInForce(known).map((service) => nameOf(serviceNamed, service)),
  ]);
