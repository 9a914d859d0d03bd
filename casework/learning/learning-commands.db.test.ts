import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { promiseAction } from './learning-commands';
import { answered, ask, MANAGER, mutation, OFFICER, OTHER_MANAGER, sql, useStream } from './testing';

useStream(corporate);

const promise = 'action: "The bin store is moved", dueOn: "2026-06-30", owner: "olu"';
const PROMISED = { __typename: 'CommandDone', version: 4, entry: { place: 4 } };

describe('a promised action', () => {
  it('is moved, kept or given up, each with its words; and is told of as it stands', async () => {
    await answered(1);
    await ask(mutation('promiseCorporateAction', promise));
    const step = (name: string, more: string, version: number) =>
      ask(mutation(name, `promise: 4, ${more}`, { version }));
    expect((await step('moveCorporateAction', 'to: "2026-07-10", reason: "Weather"', 4)).r.version).toBe(5);
    expect(
      (await step('completeCorporateAction', 'on: "2026-06-14", evidence: "A picture"', 5)).r.version,
    ).toBe(6);
    expect((await step('dropCorporateAction', 'reason: "No"', 6)).r).toMatchObject({
      code: 'PROMISE_SETTLED',
    });
    expect(
      await sql('select first_due_on, due_on, kept_on from corporate.promised_action', OFFICER_AS),
    ).toEqual([{ first_due_on: '2026-06-30', due_on: '2026-07-10', kept_on: '2026-06-14' }]);
    const words = await sql('select part, words from corporate.timeline_words order by place');
    expect(words).toEqual([
      { part: 'PROMISE', words: 'The bin store is moved' },
      { part: 'REASON', words: 'Weather' },
      { part: 'EVIDENCE', words: 'A picture' },
    ]);
  });

  it.each([
    ['an action without words', promise.replace('The bin store is moved', ' '), 'action'],
    ['a day that is none', promise.replace('2026-06-30', '2026-06-31'), 'dueOn'],
    ['an owner who is no subject', promise.replace('olu', 'o l u'), 'owner'],
    ['a service that nobody knows', `${promise}, serviceId: "none"`, 'serviceId'],
  ])('is refused for %s, and changes nothing', async (_, more, part) => {
    await answered(1);
    const { r } = await ask(mutation('promiseCorporateAction', more));
    expect(r).toEqual({ __typename: 'CommandUnusable', code: 'COMMAND_UNUSABLE', unusable: part });
    expect(await sql('select from corporate.promised_action', OFFICER_AS)).toEqual([]);
  });

  it('is for whoever works on the complaint: officers cleared, and managers of its service', async () => {
    await answered(1);
    const command = mutation('promiseCorporateAction', promise);
    expect((await ask(command, { subject: 'ana', role: 'analyst', streams: [] })).refused).toEqual([
      'FORBIDDEN',
    ]);
    expect((await ask(command, { ...OFFICER, streams: ['adults'] })).refused).toEqual(['FORBIDDEN']);
    expect((await ask(command, { ...OTHER_MANAGER, streams: [] })).r.code).toBe('CASE_NOT_FOUND');
    expect((await ask(command, { ...MANAGER, streams: [] })).r).toEqual(PROMISED);
    expect(typeof promiseAction).toBe('function');
  });

  it('is done by one of two who saw the same, and the other is told', async () => {
    await answered(1);
    const [one, other] = [1, 2].map(() => mutation('promiseCorporateAction', promise));
    const codes = (
      await Promise.all([ask(one ?? ''), ask(other ?? '', { ...OFFICER, subject: 'cora' })])
    ).map(({ r }) => r.code ?? r.__typename);
    expect(codes.sort()).toEqual(['COMPLAINT_CHANGED', 'CommandDone']);
  });
});

describe('causes and recommendations', () => {
  it('are named and followed; a recommendation wants fault', async () => {
    await answered(1);
    await answered(2, { outcome: 'NOT_UPHELD' });
    expect((await ask(mutation('nameCorporateCauses', 'causes: [DELAY, POLICY, DELAY]'))).r.version).toBe(4);
    expect(await sql('select stage, causes from corporate.named_cause', OFFICER_AS)).toEqual([
      { stage: 1, causes: ['DELAY', 'POLICY'] },
    ]);
    const recommend = 'recommendation: "Train the crew", serviceId: "parks"';
    const unfounded = await ask(mutation('recommendCorporateImprovement', recommend, { of: 2 }));
    expect(unfounded.r.code).toBe('NO_FAULT_FOUND');
    expect((await ask(mutation('recommendCorporateImprovement', recommend, { version: 4 }))).r.version).toBe(
      5,
    );
    const follow = (became: string, version: number, more = '') =>
      ask(
        mutation(
          'followCorporateRecommendation',
          `recommendation: 5, became: ${became}, on: "2026-06-12"${more}`,
          {
            version,
          },
        ),
      );
    expect((await follow('DECLINED', 5)).r).toMatchObject({ code: 'REASON_MISSING', part: 'reason' });
    expect((await follow('AGREED', 5)).r.version).toBe(6);
    expect((await follow('DONE', 6, ', reason: "Everybody came"')).r.version).toBe(7);
    expect(
      await sql('select service_id, became, became_on from corporate.recommendation', OFFICER_AS),
    ).toEqual([{ service_id: 'parks', became: 'DONE', became_on: '2026-06-12' }]);
  });
});

const OFFICER_AS = { subject: 'olu', role: 'officer', streams: 'corporate' };
