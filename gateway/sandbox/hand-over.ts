import {
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as requestTo,
  type ServerResponse,
} from 'node:http';
import { REQUEST_ID_HEADER } from '../../platform/server/request-id';
import { Refusal } from '../entrance/refusal';

/** Says of an answer that it is made up. */
export const SANDBOX_HEADER = 'x-sandbox';

/** What of a request goes along: what is asked and how, and nothing of who asks or by which way they came. */
const SENT_ALONG = [
  'accept',
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
] as const;

/** What of an answer stays behind: it is of one connection, or the entrance says it by itself. */
const LEFT_BEHIND: ReadonlySet<string> = new Set([
  ...['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date'],
  ...[REQUEST_ID_HEADER, 'cache-control', 'x-content-type-options'],
]);

/** Hands a request over to the sandbox as it came, and its answer back. Rejects with a `Refusal` where the sandbox does not answer. */
export function handOver(
  {
    request,
    response,
    requestId,
  }: {
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
    readonly requestId: string;
  },
  { url, token, signal }: { readonly url: string; readonly token: string; readonly signal: AbortSignal },
): Promise<void> {
  const { method = 'GET' } = request;
  const headers = {
    ...sentAlong(request.headers),
    ...{ authorization: `Bearer ${token}`, [REQUEST_ID_HEADER]: requestId },
  };
  return new Promise((resolve, reject) => {
    const asked: ClientRequest = requestTo(
      `${url}${request.url ?? '/'}`,
      { method, headers, signal },
      (answer) => {
        giveBack(answer, response);
        answer.once('end', resolve).once('error', reject);
      },
    );
    asked.once('error', () => (signal.aborted ? resolve() : reject(doesNotAnswer())));
    request.pipe(asked);
  });
}

function sentAlong(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    SENT_ALONG.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

function giveBack(answer: IncomingMessage, response: ServerResponse): void {
  const headers = Object.entries(answer.headers).filter(([name]) => !LEFT_BEHIND.has(name));
  for (const [name, value] of headers) if (value !== undefined) response.setHeader(name, value);
  response.setHeader(SANDBOX_HEADER, 'made-up');
  response.writeHead(answer.statusCode ?? 502);
  answer.pipe(response);
}

const doesNotAnswer = (): Refusal =>
  new Refusal(503, 'SANDBOX_UNAVAILABLE', 'The sandbox does not answer just now. Ask again in 5 seconds.', 5);
