import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';

/** A service of the council under its present name, with its former ones and the directorate that it belongs to. */
export const serviceNamed = defineEvent({
  kind: 'service-named',
  publisher: 'directory',
  payload: z.object({
    id: z.string(),
    name: z.string(),
    formerNames: z.array(z.string()),
    directorateId: z.string(),
    directorate: z.string(),
    /** The last day on which it was a service of the council; left out while it is one. */
    endedOn: z.string().optional(),
  }),
});
export type ServiceNamed = PayloadOf<typeof serviceNamed>;

/** A directorate under its present name. */
export const directorateNamed = defineEvent({
  kind: 'directorate-named',
  publisher: 'directory',
  payload: z.object({ id: z.string(), name: z.string() }),
});
export type DirectorateNamed = PayloadOf<typeof directorateNamed>;

/** A way in which complaints come in, with what else it is called. */
export const channelNamed = defineEvent({
  kind: 'channel-named',
  publisher: 'directory',
  payload: z.object({ id: z.string(), name: z.string(), otherNames: z.array(z.string()) }),
});
