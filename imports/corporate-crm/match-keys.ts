import type { MatchKeys } from '../../contracts/match-keys';
import { digits } from '../cells/text';
import { matchKeysOf } from '../kit/match-keys';
import type { CrmStage } from './map';

/** What could show that a stage of the corporate system is known to another system too. */
export function corporateMatchKeys({ account, reference, receivedOn }: CrmStage): MatchKeys {
  const { forename, surname } = account ?? {};
  return matchKeysOf({
    receivedOn,
    name: forename && surname ? `${forename} ${surname}` : null,
    email: account?.email ?? null,
    postcode: account?.postcode ?? null,
    summary: account?.summary ?? null,
    // People write it with what is before its number, and without.
    references: [reference, digits(reference)],
  });
}
