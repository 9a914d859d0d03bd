import type { Day } from '../calendar/day';
import type { Facts } from './command';

/** The day that an event is about; null where it is about none. */
export function factDay(facts: Facts): Day | null {
  if ('on' in facts) return facts.on;
  if ('receivedOn' in facts) return facts.receivedOn;
  return facts.event === 'correctDate' || facts.event === 'redate' ? facts.to : null;
}
