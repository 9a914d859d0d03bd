import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';
import { streamReport } from '../report';

/** What insight has to know of the ombudsmen: that their cases are kept, and how their table in the report looks. */
export const ombudsmanDescribed = defineEvent({
  kind: 'ombudsman-described',
  publisher: 'ombudsman',
  payload: z.object({ report: streamReport }),
});
export type OmbudsmanDescribed = PayloadOf<typeof ombudsmanDescribed>;
