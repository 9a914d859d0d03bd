import type { MatchKeys } from '../../contracts/match-keys';
import type { RecordedStage } from '../../contracts/records/stage';
import { matchKeysOf } from '../kit/match-keys';

/**
 * What could show that a complaint of the adults' system is known to another system too: it keeps neither a name nor what
 * was said, and its number for a person means nothing elsewhere. So one has to name the other.
 */
export const adultsMatchKeys = ({ reference, receivedOn, own }: RecordedStage): MatchKeys =>
  matchKeysOf({
    ...{ receivedOn, name: null, email: null, postcode: null, summary: null },
    references: [reference],
    remarks: [own.lessons],
  });
