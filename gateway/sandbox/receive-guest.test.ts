import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal } from '../entrance/refusal';
import { receiveGuest } from './receive-guest';

const GUEST = {
  ...{ subject: 'cck_sandboxabcde', partner: 'guests' },
  terms: { streams: [], parts: [], smallNumbersBelow: null },
};
const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});
async function serve(handle: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A gateway with a sandbox, and what a guest met there in order. */
async function gateway(reach: () => Promise<{ url: string; token: string }>) {
  const met: string[] = [];
  const url = await serve((request, response) => {
    const limits = {
      ...{ sandbox: { reach }, answerTimeoutMillis: 1_000 },
      rates: { requests: { pass: async (who: string) => void met.push(`rate of ${who}`) } },
      concurrency: {
        async take(who: string) {
          met.push(`slot of ${who}`);
          return () => void met.push('slot free');
        },
      },
    };
    receiveGuest(limits, { request, response, requestId: 'r' }, GUEST).catch((error: unknown) => {
      response.writeHead(error instanceof Refusal ? error.status : 500).end();
    });
  });
  return { url, met };
}

describe('a guest of the sandbox', () => {
  it('has the limits of one caller, and a slot for as long as it is answered', async () => {
    const sandbox = await serve((_, response) => void response.end('made up'));
    const { url, met } = await gateway(async () => ({ url: sandbox, token: 't' }));
    expect(await (await fetch(url)).text()).toBe('made up');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(met).toEqual(['rate of cck_sandboxabcde', 'slot of cck_sandboxabcde', 'slot free']);
  });

  it('takes no slot while the sandbox starts', async () => {
    const { url, met } = await gateway(() =>
      Promise.reject(new Refusal(503, 'SANDBOX_STARTING', 'Later.', 10)),
    );
    expect((await fetch(url)).status).toBe(503);
    expect(met).toEqual(['rate of cck_sandboxabcde']);
  });
});
