import { openMetricsServer } from './metrics-server';
import { watchProcess } from './process-state';
import { createRegistry } from './registry';
import { readExposition } from './testing';

describe('the port of its own for metrics', () => {
  const registry = createRegistry();
  const watched = watchProcess();
  registry.collect(watched.read);
  let server: Awaited<ReturnType<typeof openMetricsServer>>;
  beforeAll(async () => {
    server = await openMetricsServer({ registry, port: 0, bindAddress: '127.0.0.1' });
  });
  afterAll(async () => {
    watched.stop();
    await server.close();
  });
  const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, { method });

  it('tells what the process is like, as a strict reader takes it', async () => {
    const answer = await ask('/metrics');
    const samples = readExposition(await answer.text());
    const resident = samples.find(({ labels }) => labels.kind === 'resident');
    expect(resident?.value).toBeGreaterThan(10_000_000);
    expect(samples.filter(({ name }) => name === 'complaints_event_loop_delay_seconds')).toHaveLength(3);
  });

  it('answers nothing else', async () => {
    const asked = [ask('/'), ask('/graphql'), ask('/health/live'), ask('/metrics', 'POST')];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it('says which setting to change where the port is taken', async () => {
    const again = openMetricsServer({ registry, port: server.port, bindAddress: '127.0.0.1' });
    await expect(again).rejects.toThrow('METRICS_PORT');
  });
});
