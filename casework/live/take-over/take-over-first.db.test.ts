import { toDay } from '../../../domain/calendar/day';
import type { Identity } from '../../../platform/identity/identity';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { IMPORT_SCOPE } from '../../../platform/transaction/scope';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph as corporate } from '../../../subgraphs/corporate/subgraph';
import type { StreamContext } from '../../reading/loaders';
import { recordHistory } from '../../records/record-history';
import { historicStage } from '../../records/testing';
import { complaintIdFor, historicStageId } from '../../stages/ids';
import { type CommandAsked, doCommand } from '../do-command';
import { asPerson, keyOf } from '../testing';
import { type SoFar, takeOverSystem } from './take-over-system';

const OLU = { subject: 'olu', role: 'officer', streams: ['corporate'] };
const idOf = (key: string) =>
  complaintIdFor(historicStageId({ stream: 'corporate', source: 'corporate-crm', key }));

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase([corporate]);
  await recordHistory({ dataSource: login(), stream: corporate.stream, authority: 'stockport' }, [
    historicStage({ reference: '100', receivedOn: '2026-05-05', acknowledgedOn: '2026-05-07' }),
    historicStage({
      ...{ reference: '200', receivedOn: '2026-04-02', acknowledgedOn: '2026-04-02' },
      ...{ answeredOn: '2026-04-20', ended: true, outcome: 'NOT_UPHELD', closureReason: 'ANSWERED' },
    }),
    historicStage({ reference: '300', receivedOn: '2026-03-02', answeredOn: '2026-03-10', ended: true }),
    historicStage({
      ...{ reference: '300-2', number: 2, parentKey: '300', route: 'ESCALATED' },
      ...{ receivedOn: '2026-04-07', agreedDueOn: '2026-06-05' },
    }),
  ]);
});
afterEach(() => database.stop());

const login = () => database.of('corporate');
const rows = <Row = Record<string, unknown>>(sql: string) =>
  inTransaction(login(), IMPORT_SCOPE, (transaction) => transaction.query<Row>(sql));
const system = () => ({
  ...{ dataSource: login(), stream: corporate.stream, source: 'corporate-crm' },
  ...{ on: toDay('2026-05-11'), by: 'command-line', now: new Date('2026-05-11T09:00:00Z') },
});
async function takeOver(): Promise<SoFar> {
  let came: SoFar = { takenOver: 0, left: [] };
  for await (const soFar of takeOverSystem(system())) came = soFar;
  return came;
}
type Person = Pick<Identity, 'subject' | 'role'> & Partial<Identity>;
const as = <Result>(person: Person, work: (context: StreamContext) => Promise<Result>) =>
  asPerson({ stream: corporate, dataSource: login(), today: '2026-05-12' }, person, work);
const ask = (asked: Pick<CommandAsked, 'id' | 'version' | 'command'>, person: Person = OLU, key = 1) =>
  as(person, (context) => doCommand(context, { key: keyOf(key), ...asked }));
describe('a complaint that had ended when its system was taken over', () => {
  const escalate = { event: 'escalate', receivedOn: toDay('2026-05-12'), hasLateReason: false } as const;

  it('is taken over first where somebody goes on with one that had ended: its next stage joins it', async () => {
    await takeOver();
    expect(await ask({ id: idOf('200'), version: 0, command: escalate })).toMatchObject({
      ...{ __typename: 'CommandDone', version: 2 },
    });
    expect(
      await rows(`select number, received_on, route from corporate.stage
        where complaint_id = '${idOf('200')}' order by number`),
    ).toEqual([
      { number: 1, received_on: '2026-04-02', route: null },
      { number: 2, received_on: '2026-05-12', route: 'ESCALATED' },
    ]);
  });

  it('is done once, where it is asked again', async () => {
    await takeOver();
    const first = await ask({ id: idOf('200'), version: 0, command: escalate });
    expect(await ask({ id: idOf('200'), version: 0, command: escalate })).toEqual(first);
    expect(await ask({ id: idOf('200'), version: 0, command: escalate }, OLU, 2)).toMatchObject({
      code: 'COMPLAINT_CHANGED',
    });
  });

  it.each([
    ['by a command that does not go on with it', { command: { event: 'note' } as const }, 'KEPT_ELSEWHERE'],
    ['where another version was seen', { version: 3 }, 'COMPLAINT_CHANGED'],
    [
      'by one that would be refused',
      { command: { ...escalate, receivedOn: toDay('2026-04-01') } },
      'DAY_BEFORE_RECEIPT',
    ],
  ])('stays as it was %s', async (_, given, code) => {
    await takeOver();
    const asked = { id: idOf('200'), version: 0, command: escalate, ...given };
    expect(await ask(asked)).toMatchObject({ code });
    expect(await rows(`select from corporate.live_case where complaint_id = '${idOf('200')}'`)).toEqual([]);
  });

  it('stays as it was where the key is another’s', async () => {
    await takeOver();
    const other = { subject: 'eve', role: 'officer', streams: ['corporate'] };
    await ask({ id: idOf('100'), version: 1, command: { event: 'accept' } }, other, 9);
    const asked = { id: idOf('200'), version: 0, command: escalate };
    expect(await ask(asked, OLU, 9)).toMatchObject({ code: 'COMMAND_UNUSABLE', part: 'key' });
    expect(await rows(`select from corporate.live_clock where complaint_id = '${idOf('200')}'`)).toEqual([]);
    expect(await ask(asked)).toMatchObject({ __typename: 'CommandDone', version: 2 });
  });

  it('is kept elsewhere while its system goes on', async () => {
    expect(await ask({ id: idOf('200'), version: 0, command: escalate })).toMatchObject({
      code: 'KEPT_ELSEWHERE',
    });
  });
});
