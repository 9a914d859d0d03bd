import { z } from 'zod';

/** A name of a role, stream, service or scope: nothing that a list joined by commas could be split by. */
const plainName = z.string().regex(/^[\w-]{1,64}$/);

/** An opaque id of the sign-in service. */
const subject = z.string().regex(/^[\w.-]{1,128}$/);

/** More than this nobody calls small. */
export const MOST_PROTECTED = 100;

/** What a token says of its bearer, beside who issued it, for whom and until when. */
export const bearerClaims = z.object({
  sub: subject,
  role: plainName,
  streams: z.array(plainName).max(64).default([]),
  services: z.array(plainName).max(256).default([]),
  partner: plainName.nullable().default(null),
});

/** What the gateway vouches for: the same, and the scopes that it gave the role. Nothing is left out. */
export const identityClaims = z.object({
  sub: subject,
  role: plainName,
  scopes: z.array(plainName).max(64),
  streams: z.array(plainName).max(64),
  services: z.array(plainName).max(256),
  partner: plainName.nullable(),
  credential: z.literal('key').optional(),
  smallNumbersBelow: z.int().min(2).max(MOST_PROTECTED).optional(),
});
