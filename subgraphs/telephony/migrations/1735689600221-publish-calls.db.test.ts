import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { aCall, keep } from '../testing';
import { PublishCalls1735689600221 } from './1735689600221-publish-calls';

describe('calls of before they were published', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([subgraph]);
  });
  afterAll(() => database.stop());

  const published = () =>
    inTransaction(database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, ({ query }) =>
      // Many that are published at once are one row.
      query(
        `select event ->> 'subject' as subject, (event ->> 'version')::int as version,
           (event -> 'payload' -> 'groups')::jsonb as groups
         from telephony.outbox, json_array_elements(coalesce(events, json_build_array(json_build_object(
           'subject', subject, 'version', version, 'payload', payload)))) with ordinality as one (event, place)
         order by xid, id, place`,
      ),
    );
  const migrate = async () => {
    const runner = database.owner.createQueryRunner();
    await runner.startTransaction();
    await new PublishCalls1735689600221().down(runner);
    await new PublishCalls1735689600221().up(runner);
    const [left] = await runner.query(
      "select nullif(current_setting('scope.role', true), '') as role, count(*)::int as seen from telephony.call",
    );
    await runner.commitTransaction();
    await runner.release();
    return left;
  };

  it('say nothing of a new database', async () => {
    await migrate();
    expect(await published()).toEqual([]);
  });

  it('are published once, each day by itself, and no scope is left behind', async () => {
    const calls = Array.from({ length: 1_203 }, (_, place) =>
      aCall({
        callId: String(place),
        offeredOn: new Date(Date.UTC(2019, 0, 1 + (place % 602))).toISOString().slice(0, 10),
      }),
    );
    await keep(database.of('telephony'), calls);
    const before = await published();
    expect(await migrate()).toEqual({ role: null, seen: 0 });
    const again = (await published()).slice(before.length);
    expect(again).toHaveLength(602);
    expect(again).toEqual(before);
    expect(again[0]).toEqual({
      ...{ subject: 'stockport/2019-01-01', version: 1 },
      groups: [{ group: 'Complaints', calls: 2 }],
    });
    expect(again.at(-1)).toMatchObject({ groups: [{ group: 'Complaints', calls: 1 }] });
  });
});
