import { createHash } from 'node:crypto';
import { z } from 'zod';
import { jsonIn } from '../../platform/server/json-in';
import { wrong } from '../entrance/bad-input';

/** Where a page begins: after which row, how many more are wanted, and how many the list was counted to have. */
export interface Place {
  readonly after: readonly string[];
  /** Null where no `$top` bounds it. */
  readonly left: number | null;
  readonly counted: number | null;
}

const tokenModel = z.object({
  of: z.string(),
  after: z.array(z.string()),
  left: z.number().int().nonnegative().nullable(),
  counted: z.number().int().nonnegative().nullable(),
});

const LENGTH = 22;
const digestOf = (question: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, LENGTH);

/** A place as a text that means something to this door alone, and with the same question alone. It opens nothing: whoever has it asks as themselves. */
export const writeToken = (place: Place, question: readonly unknown[]): string =>
  Buffer.from(JSON.stringify({ of: digestOf(question), ...place })).toString('base64url');

/** Reads one. Throws a `Refusal` (400) for what is none, or of another question. */
export function readToken(text: string, question: readonly unknown[]): Place {
  const read = tokenModel.safeParse(jsonIn(Buffer.from(text, 'base64url').toString()));
  if (!read.success)
    throw wrong('$skiptoken is no place in a list. Take the whole address from `@odata.nextLink`.');
  const { of, ...place } = read.data;
  if (of === digestOf(question)) return place;
  throw wrong(
    '$skiptoken is of another question. Leave all parameters as they stand in `@odata.nextLink`, or ask anew without it.',
  );
}
