import { toDay } from '../../domain/calendar/day';
import type { Identity } from '../../platform/identity/identity';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { complaintIdFor } from '../stages/ids';
import { type CommandAsked, doCommand } from './do-command';
import { recordCase } from './record-case';
import { recordedStageId } from './stages-of-case';
import { asPerson, keyOf, recorded } from './testing';

const OFFICER = { subject: 'olu', role: 'officer', streams: ['corporate'] } satisfies Partial<Identity>;
const idOf = (key: number): string => complaintIdFor(recordedStageId('corporate', keyOf(key), 1));

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase([corporate]);
  for (const key of [1, 2, 3])
    await as((context) =>
      recordCase(context, { key: keyOf(key), command: recorded(), words: [], parties: [] }),
    );
});
afterEach(() => database.stop());

const as = <Result>(work: Parameters<typeof asPerson<Result>>[2]) =>
  asPerson({ stream: corporate, dataSource: database.of('corporate'), today: '2026-05-13' }, OFFICER, work);
const command = (key: number, of: number, asked: CommandAsked['command'], version = 1) =>
  as((context) => doCommand(context, { key: keyOf(key), id: idOf(of), version, command: asked }));
const into = (key: number) => ({ event: 'merge', on: toDay('2026-05-12'), into: idOf(key) }) as const;

describe('another complaint that a command names', () => {
  it('is not merged into this one at the same time: one goes on', async () => {
    const done = await Promise.all([command(11, 1, into(2)), command(12, 2, into(1))]);
    expect(done.map(({ __typename }) => __typename).sort()).toEqual(['CommandDone', 'CommandUnusable']);
  });

  it('may have been merged itself by the time that the command comes again: it is answered the same', async () => {
    const merged = await command(11, 1, into(2));
    await command(12, 2, into(3));
    expect(await command(11, 1, into(2))).toEqual(merged);
    expect(await command(13, 1, into(2), 2)).toMatchObject({ code: 'COMMAND_UNUSABLE', part: 'into' });
  });

  it('is one of the stream, as is a service one of the directory', async () => {
    const link = { event: 'link', complaintId: 'corporate-none' } as const;
    expect(await command(11, 1, link)).toMatchObject({ part: 'other' });
    const assign = { event: 'assign', to: 'cora', group: null, serviceId: 'none' } as const;
    expect(await command(12, 1, assign)).toMatchObject({ part: 'serviceId' });
    const group = { ...assign, to: null, group: 'none', serviceId: null };
    expect(await command(13, 1, group)).toMatchObject({ code: 'COMMAND_UNUSABLE', part: 'group' });
  });
});
