import { lookup } from 'node:dns/promises';
import { request as requestPlain } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopback, isPublicAddress } from './public-address';

/** What is sent, and where. */
export interface WebhookPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends one webhook, and gives the status of the answer. Rejects with a `WebhookFailure` where there was none. */
export type PostWebhook = (post: WebhookPost) => Promise<number>;

/** Why there was no answer, in words for those who look at deliveries: nothing of the network behind. */
export class WebhookFailure extends Error {
  override readonly name = 'WebhookFailure';
}

interface Resolved {
  readonly address: string;
  readonly family: number;
}

export interface CreatePostWebhook {
  /** Whether this machine, and no other special address, may be sent to, without TLS too: for tests alone, which no setting says. */
  readonly allowsLoopback?: boolean;
  readonly timeoutMillis?: number;
  readonly resolve?: (name: string) => Promise<readonly Resolved[]>;
}

const TIMEOUT_MILLIS = 10_000;
const MOST_ANSWER_BYTES = 65_536;
const NOT_PUBLIC = 'The name leads to an address that is not of the open internet. Nothing was sent.';

/** Names that no public register has: without a dot, or in a domain that is kept for networks of one's own (RFC 6761, RFC 6762). */
const OF_THIS_NETWORK = /^[^.]+\.?$|\.(?:localhost|local|internal|lan|home|corp|test|invalid)\.?$/i;
const LEAST_FREE_PORT = 1024;

/** What is wrong with an address that webhooks are to be sent to; null where nothing is. Where its name leads is looked at each time. */
export function webhookUrlProblem(text: string, { allowsLoopback = false } = {}): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || text.length > 500)
    return 'Write an address such as https://hooks.example.org/complaints.';
  const isOwn = allowsLoopback && isLoopback(bare(url.hostname));
  if (url.protocol !== 'https:' && !isOwn) return 'Write an address that begins with https://.';
  if (url.username !== '' || url.password !== '' || url.hash !== '')
    return 'Leave names, passwords and what follows a # out of the address.';
  const host = bare(url.hostname);
  if (isOwn) return null;
  if (isIP(host) !== 0 ? !isPublicAddress(host) : OF_THIS_NETWORK.test(host))
    return 'That address is not of the open internet.';
  const isOfTheWeb = url.port === '' || Number(url.port) >= LEAST_FREE_PORT;
  return isOfTheWeb
    ? null
    : 'Leave the port out, or take one from 1024 on: lower ones are of other services.';
}

/**
 * Sends to addresses of the open internet alone. The name is resolved once, every address that it has is looked at, and the connection
 * goes to the very one that was, so that a name which answers differently the next time leads nowhere else. A way on is not followed.
 */
export function createPostWebhook({
  allowsLoopback = false,
  timeoutMillis = TIMEOUT_MILLIS,
  resolve = (name) => lookup(name, { all: true, verbatim: true }),
}: CreatePostWebhook = {}): PostWebhook {
  const mayBeSentTo = (address: string) =>
    isPublicAddress(address) || (allowsLoopback && isLoopback(address));
  return async (post) => {
    const problem = webhookUrlProblem(post.url, { allowsLoopback });
    if (problem !== null) throw new WebhookFailure(problem);
    const url = new URL(post.url);
    const found = await resolve(bare(url.hostname)).catch(() => []);
    const [first] = found;
    if (first === undefined) throw new WebhookFailure('The name cannot be resolved.');
    if (!found.every(({ address }) => mayBeSentTo(address))) throw new WebhookFailure(NOT_PUBLIC);
    return send(url, post, { to: first, timeoutMillis });
  };
}

function send(
  url: URL,
  { headers, body }: WebhookPost,
  { to, timeoutMillis }: { readonly to: Resolved; readonly timeoutMillis: number },
): Promise<number> {
  return new Promise((done, failed) => {
    const ask = url.protocol === 'https:' ? request : requestPlain;
    const signal = AbortSignal.timeout(timeoutMillis);
    const options = { method: 'POST', agent: false, signal, lookup: pinnedTo(to) } as const;
    const length = String(Buffer.byteLength(body));
    const sent = ask(url, { ...options, headers: { ...headers, 'content-length': length } }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
        // What more there is nobody reads.
        if (bytes > MOST_ANSWER_BYTES) response.destroy();
      });
      response.on('error', () => undefined);
      response.on('close', () => done(response.statusCode ?? 0));
    });
    sent.on('error', () =>
      failed(new WebhookFailure(signal.aborted ? 'There was no answer in time.' : 'The connection failed.')),
    );
    sent.end(body);
  });
}

/** Whatever is looked up is the address that was looked at. */
const pinnedTo =
  ({ address, family }: Resolved): LookupFunction =>
  (_name, { all }, found) =>
    all === true ? found(null, [{ address, family }]) : found(null, address, family);

/** Without the brackets of IPv6. */
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');
