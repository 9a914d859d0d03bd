import { z } from 'zod';
import { jsonIn } from '../../platform/server/json-in';

const refusedModel = z.object({
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).min(1),
});

/** What an answer of the gateway says that it refuses; null for one that says no such thing. */
export function toldRefusal(text: string): { readonly code: string; readonly message: string } | null {
  const refused = refusedModel.safeParse(jsonIn(text));
  const [error] = refused.success ? refused.data.errors : [];
  return error === undefined ? null : { code: error.extensions.code, message: error.message };
}
