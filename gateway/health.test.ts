import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readyDoor } from './doors/health';

describe('the door that says whether the product is ready', () => {
  const asked = async (unready: readonly string[], findings: readonly string[]) => {
    const door = readyDoor({ unready: async () => unready, findings: async () => findings });
    const server = createServer((request, response) => void door.answer(response, request, { origin: null }));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`);
    const body = await answer.json();
    await new Promise((closed) => server.close(closed));
    return { status: answer.status, body };
  };
  const FINDING = 'insight: The rollup flow_by_month differs from the facts.';

  it('answers 200 when every part is, and says nothing more', async () => {
    expect(await asked([], [])).toEqual({ status: 200, body: { ready: true } });
  });

  it('says what is wrong with a part that answers all the same', async () => {
    expect(await asked([], [FINDING])).toEqual({ status: 200, body: { ready: true, findings: [FINDING] } });
  });

  it('answers 503 with the parts that are not, and what is wrong besides', async () => {
    expect(await asked(['schools'], [])).toEqual({
      status: 503,
      body: { ready: false, waitsFor: ['schools'] },
    });
    const body = { ready: false, waitsFor: ['schools'], findings: [FINDING] };
    expect(await asked(['schools'], [FINDING])).toEqual({ status: 503, body });
  });
});
