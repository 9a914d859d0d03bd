import { z } from 'zod';

const searchModel = z.object({
  /** What the address says in place of the words. */
  id: z.string(),
  words: z.string(),
  /** Where its second page and those after it begin, as far as it was read: a text for each. */
  places: z.array(z.string()),
});
/** A search whose words are kept. */
export type KeptSearch = z.output<typeof searchModel>;

/** What the site holds of somebody who is signed in. */
export const sessionModel = z.object({
  /** The subject of the sign-in. */
  subject: z.string(),
  /** As the sign-in service names them; null where it does not say. */
  name: z.string().nullable(),
  role: z.string(),
  streams: z.array(z.string()),
  services: z.array(z.string()),
  partner: z.string().nullable(),
  /** For the gateway. */
  accessToken: z.string(),
  /** Milliseconds since 1970. */
  accessTokenEndsAt: z.number(),
  /** Null where the sign-in service gives none: then the person signs in again. */
  refreshToken: z.string().nullable(),
  /** Tells the sign-in service whose session to end. */
  idToken: z.string().nullable(),
  /** Stands in every form, so that no other site can post one. */
  formToken: z.string(),
  /** What was searched for among people, the newest last: it would name them in an address. */
  searches: z.array(searchModel).optional(),
});
export type Session = z.output<typeof sessionModel>;

/** A session and what the browser shows for it. */
export interface KeptSession {
  readonly id: string;
  readonly session: Session;
}
