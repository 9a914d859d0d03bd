import type { CaseRole } from '../../../domain/procedure/events';
import { inGoodOrder, OFFICERS } from '../../../domain/procedure/good-order';
import type { EventRule } from '../../../domain/procedure/stage-version';
import { ADVOCACY, FREEZING, NOT_TAKEN } from './sources';

/**
 * What every children's stage has: an advocate at any time, freezing while proceedings would be prejudiced, refusal before the
 * work is done. `working` are the states in which its clock runs, `early` those in which it may still be refused.
 */
export function commonEvents({
  working,
  early,
  takenBy,
}: {
  working: readonly string[];
  early: readonly string[];
  takenBy: readonly CaseRole[];
}): EventRule[] {
  const open = [...working, 'SUSPENDED'];
  return [
    { event: 'arrangeAdvocate', from: open, leads: 'SAME', roles: OFFICERS, source: ADVOCACY },
    { event: 'suspend', from: working, leads: { state: 'SUSPENDED' }, roles: OFFICERS, source: FREEZING },
    { event: 'resume', from: ['SUSPENDED'], leads: 'PREVIOUS', roles: OFFICERS, source: FREEZING },
    {
      ...{ event: 'refuse', from: [...early, 'SUSPENDED'], leads: { state: 'REFUSED' } },
      ...{ roles: OFFICERS, source: NOT_TAKEN },
    },
    ...inGoodOrder({ open, takenBy }),
  ];
}
