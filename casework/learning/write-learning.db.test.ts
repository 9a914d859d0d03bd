import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { answered, ask, idOf, mutation, outbox, sql, useStream } from './testing';
import { writeLearning } from './write-learning';

useStream(corporate);

const promise = 'action: "The bin store is moved", dueOn: "2026-06-30", owner: "olu"';
const PROMISED = { __typename: 'CommandDone', version: 4, entry: { place: 4 } };
const OFFICER_AS = { subject: 'olu', role: 'officer', streams: 'corporate' };

describe('what is learned', () => {
  it('is recorded once by one key, with its words apart, who did it, and an event without words', async () => {
    await answered(1);
    const command = mutation('promiseCorporateAction', promise);
    for (const _ of [1, 2]) expect((await ask(command)).r).toEqual(PROMISED);
    expect(
      await sql('select place, owner, due_on, counts_by, kept_on from corporate.promised_action', OFFICER_AS),
    ).toEqual([{ place: 4, owner: 'olu', due_on: '2026-06-30', counts_by: '2026-06-30', kept_on: null }]);
    expect(await sql(`select part, words from corporate.timeline_words where place = 4`)).toEqual([
      { part: 'PROMISE', words: 'The bin store is moved' },
    ]);
    const events = await inTransaction(outbox(), { subject: 'courier', role: 'courier' }, ({ query }) =>
      query(`select subject, version, payload from corporate.outbox where kind = 'promise-changed'`),
    );
    const promises = [{ stage: 1, dueOn: '2026-06-30', keptOn: null, droppedOn: null }];
    const payload = { id: idOf(1), authority: 'stockport', stream: 'CORPORATE', promises };
    expect(events).toMatchObject([{ subject: idOf(1), payload }]);
    const audited = await sql(`select actor from corporate.audit_entry where action = 'CASE_COMMAND'`, {
      ...{ subject: 'aud', role: 'auditor' },
    });
    expect(audited).toHaveLength(3);
  });

  it('is written by entries that are about it alone', async () => {
    await answered(1);
    expect(await sql('select from corporate.promised_action', OFFICER_AS)).toEqual([]);
    expect(typeof writeLearning).toBe('function');
  });

  it('stands on the complaint, as whoever works on it reads it', async () => {
    await answered(1);
    await ask(mutation('promiseCorporateAction', promise));
    await ask(mutation('nameCorporateCauses', 'causes: [POLICY]', { version: 4 }));
    const learned = 'promises { place dueOn } recommendations { place } causes { stage causes }';
    expect(await ask(`{ c: corporateComplaint(id: "${idOf(1)}") { casework { ${learned} } } }`)).toEqual({
      c: {
        casework: {
          promises: [{ place: 4, dueOn: '2026-06-30' }],
          ...{ recommendations: [], causes: [{ stage: 1, causes: ['POLICY'] }] },
        },
      },
    });
  });
});
