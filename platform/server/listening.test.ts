import { createServer, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { closed, listening, PortError } from './listening';

const SETTING = 'SOME_PORT';

describe('a server', () => {
  it('says which port it got, and in which setting a taken one stands', async () => {
    const first = createServer();
    const port = await listening(first, { port: 0, setting: SETTING });
    expect(port).toBeGreaterThan(0);
    const second = listening(createServer(), { port, setting: SETTING });
    await expect(second).rejects.toThrow(PortError);
    await expect(second).rejects.toThrow(`Port ${port} (SOME_PORT) is in use by another program.`);
    await closed(first);
  });

  it('finishes the requests under way, and waits for no connection without one', async () => {
    let answer: ServerResponse | null = null;
    const server = createServer((_, response) => {
      answer = response;
    });
    const port = await listening(server, { port: 0, setting: SETTING });
    const spare = connect(port, 'localhost');
    const asked = fetch(`http://localhost:${port}`);
    while (answer === null) await new Promise((resolve) => setTimeout(resolve, 5));
    const since = Date.now();
    const closing = closed(server);
    (answer as ServerResponse).end('done');
    expect(await (await asked).text()).toBe('done');
    await closing;
    expect(Date.now() - since).toBeLessThan(2_000);
    spare.destroy();
  });
});
