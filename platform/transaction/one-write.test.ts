import { setImmediate as later } from 'node:timers/promises';
import { inOneWrite } from './one-write';

/** A connection that tells what is done to it. */
function planted() {
  const told: string[] = [];
  const stream = { cork: () => told.push('cork'), uncork: () => told.push('uncork') };
  return { told, client: { connection: { stream } } };
}

describe('what is written in one write', () => {
  it('is held back once, until the running code waits', async () => {
    const { told, client } = planted();
    inOneWrite(client);
    inOneWrite(client);
    await Promise.resolve();
    inOneWrite(client);
    expect(told).toEqual(['cork']);
    await later();
    expect(told).toEqual(['cork', 'uncork']);
    inOneWrite(client);
    await later();
    expect(told).toEqual(['cork', 'uncork', 'cork', 'uncork']);
  });

  it.each([null, {}, { connection: null }, { connection: { stream: null } }, { connection: { stream: {} } }])(
    'leaves a client as it is that cannot hold back: %j',
    (client) => expect(() => inOneWrite(client)).not.toThrow(),
  );
});
