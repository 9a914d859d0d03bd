import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { asPerson } from '../live/testing';
import { assignEach, manyOnce } from './many';
import { key, recordOne, TODAY, useWorklists } from './testing';

const { login } = useWorklists(corporate);
const as = <Result>(work: Parameters<typeof asPerson<Result>>[2]) =>
  asPerson(
    { stream: corporate, dataSource: login(), today: TODAY },
    { subject: 'olu', role: 'officer', streams: ['corporate'] },
    work,
  );
const receiver = { to: 'dan', group: null };

it('leaves nothing where the operation breaks off half way, and does all of it the next time', async () => {
  const ids = [
    await recordOne({ corporate, login: login() }, 1),
    await recordOne({ corporate, login: login() }, 2),
  ];
  const complaints = ids.map((id) => ({ id, version: 1 }));
  const attempt = (breaksOff: boolean) =>
    as((context) =>
      manyOnce(context, { key: key(1), asked: ids, receiver, isRehearsed: false }, async () => {
        const each = await assignEach(context, { key: key(1), complaints, receiver, words: [] });
        if (breaksOff) throw new Error('Killed');
        return { ...each, left: 0 };
      }),
    );
  await expect(attempt(true)).rejects.toThrow('Killed');
  for (const _ of [1, 2])
    expect(await attempt(false)).toMatchObject({
      ...{ __typename: 'ManyDone', to: 'dan', refused: [] },
      done: [...ids].sort().map((id) => ({ id, version: 2 })),
    });
});
