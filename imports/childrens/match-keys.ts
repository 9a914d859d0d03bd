import type { MatchKeys } from '../../contracts/match-keys';
import { matchKeysOf } from '../kit/match-keys';
import type { ChildrensComplaint } from './complaint';

/** What could show that a complaint of the children's system is known to another system too. */
export function childrensMatchKeys({ stages }: ChildrensComplaint): MatchKeys | null {
  const [first] = stages;
  if (first === undefined) return null;
  return matchKeysOf({
    receivedOn: first.receivedOn,
    name: first.account?.name ?? null,
    // The system keeps no address.
    email: null,
    postcode: null,
    summary: first.account?.summary ?? null,
    references: [first.reference],
    remarks: stages.map(({ own }) => own.elements),
  });
}
