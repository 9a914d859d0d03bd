import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import { listening } from '../../platform/server/listening';

/** A question that a page asked of the gateway, and when, in milliseconds of this process. */
export interface SentQuestion {
  readonly body: string;
  readonly begun: number;
  readonly ended: number;
}

/** Stands between the site and the gateway, and notes what pages ask. */
export interface Listener {
  readonly url: string;
  /** What was asked since this was last called, in the order in which it was. */
  heard(): readonly SentQuestion[];
  stop(): Promise<void>;
}

const agent = new Agent({ keepAlive: true });

/** Passes questions on to the gateway at `url`. */
export async function listenToQuestions(url: string): Promise<Listener> {
  let heard: SentQuestion[] = [];
  const server = createServer(async (question, response) => {
    const begun = performance.now();
    const body = await textOf(question);
    const token = String(question.headers.authorization ?? '').replace(/^Bearer /, '');
    const { status, text } = await post({ url, token, body }).catch(() => ({ status: 503, text: '' }));
    heard.push({ body, begun, ended: performance.now() });
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(text);
  });
  const port = await listening(server, { port: 0, setting: 'BENCH' });
  return {
    url: `http://127.0.0.1:${port}`,
    heard() {
      const asked = heard.sort((one, other) => one.begun - other.begun);
      heard = [];
      return asked;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Asks the gateway what a page asked, in the way in which the page asked it: each question as soon as those are answered that
 * the page had been answered before it asked this one. Throws where an answer is a refusal.
 */
export async function askAsPage(
  gateway: { readonly url: string; readonly token: string },
  questions: readonly SentQuestion[],
): Promise<void> {
  const asked: Promise<void>[] = [];
  for (const { body, begun } of questions) {
    const before = asked.filter((_, place) => (questions[place]?.ended ?? 0) <= begun);
    asked.push(Promise.all(before).then(() => ask({ ...gateway, body })));
  }
  await Promise.all(asked);
}

interface Posted {
  readonly url: string;
  readonly token: string;
  readonly body: string;
}

async function ask(posted: Posted): Promise<void> {
  const { status, text } = await post(posted);
  if (status !== 200) throw new Error(`The gateway answered with ${status}: ${text.slice(0, 300)}`);
}

/** Asked once more on another connection where the one that was kept open has been closed meanwhile. */
function post(posted: Posted): Promise<Answered> {
  return postOnce(posted).catch((error: unknown) => {
    if (!(error instanceof ClosedMeanwhile)) throw error;
    return postOnce(posted, false);
  });
}

interface Answered {
  readonly status: number;
  readonly text: string;
}

class ClosedMeanwhile extends Error {}

function postOnce({ url, token, body }: Posted, by: Agent | false = agent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const sent = request(`${url}/graphql`, { method: 'POST', agent: by, headers }, (response) => {
      textOf(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), reject);
    });
    sent.on('error', (error) => reject(sent.reusedSocket ? new ClosedMeanwhile() : error));
    sent.end(body);
  });
}

async function textOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}
