import { caseClosed } from '../../../contracts/events/case-closed';
import { peopleAnonymised } from '../../../contracts/events/people-anonymised';
import { createFollower, on } from '../../../platform/outbox/event-contract';
import type { Follower } from '../../../platform/server/subgraph';

/** Keeps which complaints are closed to some, as the streams publish it: whoever may not see their people works on no case of theirs. */
export const closedComplaints: Follower = createFollower({
  name: 'closed-complaints',
  follows: 'all',
  handlers: [
    on(caseClosed, async (transaction, events) => {
      // Events of one stream come in their order: the last one stands.
      for (const { version, payload } of events) {
        await transaction.query('delete from ombudsman.closed_complaint where complaint_id = $1', [
          payload.id,
        ]);
        if (payload.isClosed)
          await transaction.query(
            `insert into ombudsman.closed_complaint (complaint_id, version, shut_out, open_to)
             values ($1, $2, $3, $4)`,
            [payload.id, version, payload.shutOut, payload.openTo],
          );
      }
    }),
  ],
  async reset(transaction) {
    await transaction.query('delete from ombudsman.closed_complaint');
  },
});

/** Takes out what was written at the cases of a complaint whose people are taken out; what happened stays. */
export const forgottenWords: Follower = createFollower({
  name: 'forgotten-words',
  follows: 'all',
  handlers: [
    on(peopleAnonymised, async (transaction, events) => {
      await transaction.query(
        `delete from ombudsman.enquiry_words using ombudsman.ombudsman_case held
         where held.id = enquiry_words.case_id and held.complaint_id = any($1)`,
        [events.map(({ payload }) => payload.id)],
      );
    }),
  ],
  /** What is taken out is gone for good. */
  async reset() {},
});
