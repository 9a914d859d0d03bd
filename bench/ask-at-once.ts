import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';

/** What a thread is told: it asks the same again and again on so many connections, each as somebody else. */
const workModel = z.object({
  url: z.string(),
  tokens: z.array(z.string()),
  body: z.string(),
  /** Whether each question differs from all before, as text alone: it is answered by nothing that was kept or is shared. */
  isNew: z.boolean(),
  seconds: z.number(),
});

const { url, tokens, body: asked, isNew, seconds } = workModel.parse(workerData);
const agent = new Agent({ keepAlive: true, maxSockets: tokens.length });

let turn = 0;
function bodyOf(): string {
  turn += 1;
  return isNew ? asked.replace(/}$/, `,"extensions":{"turn":${turn}}}`) : asked;
}

/** Resolves with the bytes of the answer; rejects for one that is not an answer. */
function ask(token: string): Promise<number> {
  const body = bodyOf();
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${token}`,
    };
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('end', () =>
        response.statusCode === 200 ? resolve(bytes) : reject(new Error(`Status ${response.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function askAll(): Promise<void> {
  const millis: number[] = [];
  // What is kept is there before anybody is measured.
  let bytes = await ask(tokens[0] ?? '');
  const begun = performance.now();
  const isOver = () => performance.now() - begun > seconds * 1_000;
  await Promise.all(
    tokens.map(async (token) => {
      while (!isOver()) {
        const sent = performance.now();
        bytes = await ask(token);
        millis.push(performance.now() - sent);
      }
    }),
  );
  const aSecond = millis.length / ((performance.now() - begun) / 1_000);
  parentPort?.postMessage({ aSecond, millis, bytes });
}

void askAll();
