import { limitsMoved } from '../../../contracts/events/limits-moved';
import { CALENDARS } from '../../../domain/calendar/calendars';
import { createFollower, on } from '../../../platform/outbox/event-contract';
import type { Follower } from '../../../platform/server/subgraph';

/** Keeps how many open limits each decision on closed days moved; a stream that is built anew moves none, and says so too late. */
export const closureEffects: Follower = createFollower({
  name: 'closure-effects',
  follows: CALENDARS.filter(({ setBy }) => setBy === null).map(({ id }) => id),
  handlers: [
    on(limitsMoved, async (transaction, events) => {
      for (const { version, payload } of events)
        await transaction.query(
          `insert into directory.closure_effect (calendar, version, moved) values ($1, $2, $3) on conflict do nothing`,
          [payload.calendar, version, payload.moved],
        );
    }),
  ],
  /** What was moved is told once: it is kept. */
  reset: () => Promise.resolve(),
});
