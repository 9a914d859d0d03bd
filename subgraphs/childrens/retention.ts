import type { StreamRetention } from '../../casework/stream/definition';
import { toDay } from '../../domain/calendar/day';

/** For how long its people are kept before somebody looks whether they still have to be. */
export const retention: StreamRetention = {
  rules: [
    {
      inForceFrom: toDay('2018-05-25'),
      source:
        'The council’s schedule: until the child is 25, six years after closing at least; with the file of a looked-after child, 75 years from birth (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 50)',
      years: 6,
      child: { untilAge: 25, lookedAfterUntilAge: 75 },
    },
  ],
  child: { ageBand: 'child_age_band', lookedAfter: 'child_looked_after' },
};
