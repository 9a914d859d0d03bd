import { listenTo } from '../postgres/listen';
import { type TestDatabase, testDatabase } from '../testing/database';
import { listenForEvents } from './listen-for-events';

describe('listening for events', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([]);
  });
  afterAll(() => database.stop());

  const isListening = async (): Promise<boolean> =>
    (
      await database.owner.query<unknown[]>(
        `select from pg_stat_activity where query = 'listen outbox' and state = 'idle' and datname = current_database()`,
      )
    ).length > 0;
  const until = async (isSo: () => boolean | Promise<boolean>) => {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const notify = (channel: string) => database.owner.query(`select pg_notify($1, 'teller')`, [channel]);

  it('wakes with each notification of an outbox, and with no other', async () => {
    const onWake = jest.fn();
    const listening = listenForEvents({ url: database.ownerUrl, onWake });
    await until(isListening);
    await notify('elsewhere');
    await notify('outbox');
    await until(() => onWake.mock.calls.length > 0);
    expect(onWake).toHaveBeenCalledTimes(1);
    await listening.stop();
    await until(async () => !(await isListening()));
  });

  it('listens again after its connection was lost', async () => {
    const onWake = jest.fn();
    const listening = listenForEvents({ url: database.ownerUrl, onWake });
    await until(isListening);
    await database.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen outbox' and datname = current_database()`,
    );
    await until(async () => !(await isListening()));
    await until(isListening);
    await notify('outbox');
    await until(() => onWake.mock.calls.length > 0);
    await listening.stop();
  });

  it('hears what is told on its channel, and says when it begins to listen', async () => {
    const told: string[] = [];
    const onListening = jest.fn();
    const listening = listenTo({
      ...{ url: database.ownerUrl, channel: 'changes', name: 'test', onListening },
      onTold: (text) => told.push(text),
    });
    await listening.begun;
    expect(onListening).toHaveBeenCalledTimes(1);
    await database.owner.query(`select pg_notify('changes', 'insight'), pg_notify('outbox', 'corporate')`);
    await until(() => told.length > 0);
    expect(told).toEqual(['insight']);
    await listening.stop();
  });

  it('stops where it never had a connection', async () => {
    const nowhere = new URL(database.ownerUrl);
    nowhere.pathname = '/nowhere';
    await listenForEvents({ url: nowhere.href, onWake: () => undefined }).stop();
  });
});
