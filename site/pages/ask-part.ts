import { isPartLost } from '../gateway/part-lost';
import { GatewayRefusal } from '../gateway/refusal';

/** One part of a page: what was asked for, or that it could not be had. */
export type Part<Answer> =
  | { readonly answer: Answer }
  | { readonly answer: null; readonly isForbidden: boolean };

/** Asks for one part. One that is down, slow or not for this role costs its own place on the page and no other. */
export async function partOf<Answer>(asked: Promise<Answer>): Promise<Part<Answer>> {
  try {
    return { answer: await asked };
  } catch (error) {
    if (error instanceof GatewayRefusal) return { answer: null, isForbidden: error.isForbidden };
    throw error;
  }
}

/** Asks for a part that a page can do without; null where it is down, slow, or not for this role. */
export const askPart = async <Answer>(asked: Promise<Answer>): Promise<Answer | null> =>
  (await partOf(asked)).answer;

/** Asks for what a page is for; null where it is down or slow. Throws `GatewayRefusal` where the person may not. */
export async function unlessLost<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (isPartLost(error)) return null;
    throw error;
  }
}
