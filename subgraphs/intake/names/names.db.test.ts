import { fixedClock } from '../../../platform/config/clock';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { names, namesInForce } from './names';

const position = { xid: '1', id: '1' };
const event = (kind: string, version: number, payload: { id: string; name: string }): PlacedEvent => ({
  ...{ kind, version, payload, position, at: new Date('2022-01-31T12:00:00Z') },
  subject: payload.id,
});
const clock = fixedClock('2022-01-31');
const parks = { id: 'greenspace', name: 'Parks', formerNames: ['Green Space'] };
/** Also in each event, and of no use to importers. */
const PLACE = { directorateId: 'place', directorate: 'Services to Place' };

describe("directory's names", () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await testDatabase([subgraph]);
  });
  afterEach(() => database.stop());

  const apply = (events: readonly PlacedEvent[]) =>
    inTransaction(database.of('intake'), { subject: 'test', role: 'projection' }, (transaction) =>
      names.apply(transaction, events, clock),
    );
  const inForce = () =>
    inTransaction(database.of('intake'), { subject: 'test', role: 'import' }, namesInForce);

  it('are known to importers as they were told', async () => {
    await apply([
      event('service-named', 1, { ...parks, ...PLACE }),
      event('directorate-named', 1, { id: 'place', name: 'Services to Place' }),
      event('channel-named', 1, { id: 'phone', name: 'Phone', ...{ otherNames: ['Telephone'] } }),
    ]);
    expect(await inForce()).toEqual({
      services: [parks],
      directorates: [{ id: 'place', name: 'Services to Place' }],
      channels: [{ name: 'Phone', otherNames: ['Telephone'] }],
      mapped: [],
    });
  });

  it('are the newest, in whatever order and however often they are told', async () => {
    const renamed = { id: 'greenspace', name: 'Greenspace', formerNames: ['Parks', 'Green Space'] };
    await apply([
      event('service-named', 2, { ...renamed, ...PLACE }),
      event('service-named', 1, { ...parks, ...PLACE }),
    ]);
    await apply([
      event('service-named', 1, { ...parks, ...PLACE }),
      event('service-named', 2, { ...renamed, ...PLACE }),
    ]);
    expect((await inForce()).services).toEqual([renamed]);
  });

  it('are none before any was told, and after they were forgotten', async () => {
    const none = { services: [], directorates: [], channels: [], mapped: [] };
    expect(await inForce()).toEqual(none);
    await apply([event('service-named', 1, { ...parks, ...PLACE })]);
    await inTransaction(database.of('intake'), { subject: 'test', role: 'projection' }, (transaction) =>
      names.reset(transaction),
    );
    expect(await inForce()).toEqual(none);
  });
});
