import { z } from 'zod';
import { jsonIn } from '../../platform/server/json-in';
import { GatewayRefusal, unreachable } from './refusal';

const refusedModel = z.object({
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).min(1),
});

/** What an answer of the gateway says that it refuses; null for one that says no such thing. */
export function toldRefusal(text: string): { readonly code: string; readonly message: string } | null {
  const refused = refusedModel.safeParse(jsonIn(text));
  const [error] = refused.success ? refused.data.errors : [];
  return error === undefined ? null : { code: error.extensions.code, message: error.message };
}

/** Why there is no file to send or to take, in a sentence. Throws `GatewayRefusal` where the gateway is at fault or the person may not. */
export function whyNoFile(status: number, text: string): { readonly refused: string } {
  const refused = toldRefusal(text);
  if (refused === null || status >= 500) throw unreachable();
  if (status === 401 || status === 403) throw new GatewayRefusal(refused.code, refused.message);
  return { refused: refused.message };
}
