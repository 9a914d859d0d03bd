import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { z } from 'zod';
import { type Asker, headersOf } from './asker';
import { JSON_HEADERS, type Post, type Posted, postingTo } from './posting';
import { GatewayRefusal, noAnswer } from './refusal';

/** A question to the graph, with the types of its answer and of what it is asked with. */
export interface Operation<Data, Variables> extends DocumentTypeDecoration<Data, Variables> {
  toString(): string;
}

/** Who asks, for one page. */
export interface Asking extends Asker {
  /**
   * When this page began to ask, in milliseconds of `performance.now()`: all that it asks has the time of one question.
   * Left out where nobody waits for the page, so that each question has its own.
   */
  readonly sinceMillis?: number;
  /** Who sees the same records as this person: what is told to one may be kept for all of them. Left out where nobody knows. */
  readonly audience?: string;
  /** How much of that time a question may have that others wait for, where the page can do without its answer: 0.5 is half. */
  readonly share?: number;
}

export interface Gateway {
  /**
   * Asks the graph in somebody's name. Throws `GatewayRefusal` where nothing came back in time, the question was
   * refused, or a part that it needs is down: a figure that is half there is shown as none.
   */
  ask<Data, Variables>(
    operation: Operation<Data, Variables>,
    variables: Variables,
    asking: Asking,
  ): Promise<Data>;
}

/** The site's own operations, each in a file by itself, begin with what they are. */
const IS_CHANGE = /^\s*mutation\b/;

/** What hangs costs its place on a page, and no more than two seconds, however many questions follow each other. */
const TIMEOUT_MILLIS = 2_000;

const errorsModel = z
  .array(z.object({ message: z.string(), extensions: z.looseObject({ code: z.string() }).optional() }))
  .default([]);

/** The gateway at `url` (without a path). */
export function createGateway({
  url,
  timeoutMillis = TIMEOUT_MILLIS,
}: {
  url: string;
  timeoutMillis?: number;
}): Gateway {
  const post = postingTo(new URL('/graphql', url));
  return {
    async ask<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables, asking: Asking) {
      const text = await answered(post, {
        headers: { ...headersOf(asking), ...JSON_HEADERS },
        body: JSON.stringify({ query: operation.toString(), variables }),
        isChange: IS_CHANGE.test(operation.toString()),
        signal: AbortSignal.timeout(leftOf(asking, timeoutMillis)),
      });
      // The operation and its types are made from the schema that the gateway answers by.
      const { data, errors }: { data?: Data | null; errors?: unknown } = parsed(text);
      const read = errorsModel.safeParse(errors);
      const [error] = read.data ?? [];
      if (error) throw new GatewayRefusal(error.extensions?.code ?? 'UNKNOWN', error.message);
      if (data === undefined || data === null || !read.success) throw notTheGateway();
      return data;
    },
  };
}

/** How long a question may take. One that comes when the page's time is over is told as too late at once. */
function leftOf({ sinceMillis, share = 1 }: Asking, timeoutMillis: number): number {
  const gone = sinceMillis === undefined ? 0 : performance.now() - sinceMillis;
  return Math.max(0, Math.round(timeoutMillis * share - gone));
}

const notTheGateway = () => new GatewayRefusal('UNREACHABLE', 'What answers is not the gateway');

function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    throw notTheGateway();
  }
}

async function answered(post: Post, posted: Posted): Promise<string> {
  try {
    const text = await post(posted);
    if (text.startsWith('{')) return text;
  } catch {
    throw noAnswer(posted.signal);
  }
  throw notTheGateway();
}
