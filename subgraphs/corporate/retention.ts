import type { StreamRetention } from '../../casework/stream/definition';
import { toDay } from '../../domain/calendar/day';

/** For how long its people are kept before somebody looks whether they still have to be. */
export const retention: StreamRetention = {
  rules: [
    {
      inForceFrom: toDay('2018-05-25'),
      source:
        'The council’s schedule: six years after a complaint is closed, as long as a claim may be brought (Limitation Act 1980, section 5)',
      years: 6,
    },
  ],
};
