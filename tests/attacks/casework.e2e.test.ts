import { type Attack, outcomeOf } from './attack';
import { CASEWORK_ATTACKS } from './casework';
import { LIVE_STREAMS, standing } from './live-cases';
import { LIVE_DOOR_ATTACKS } from './live-doors';
import { startTarget, type Target } from './target';

/** So many are sent at the same time: most of an attack is waiting for its refusal. */
const AT_ONCE = 8;

let target: Target;
beforeAll(async () => {
  target = await startTarget();
}, 300_000);
afterAll(() => target.stop());

/** The attacks of which something else came than has to, each with what did. */
async function failing(attacks: readonly Attack<Target>[]): Promise<unknown[]> {
  const wrong: unknown[] = [];
  const waiting = [...attacks];
  const sendSome = async () => {
    for (let attack = waiting.shift(); attack !== undefined; attack = waiting.shift()) {
      const { name, send, expects } = attack;
      const came = await outcomeOf(target.product.url, await send(target), expects);
      if (JSON.stringify(told(came)) !== JSON.stringify(told(expects))) wrong.push({ name, came });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendSome));
  return wrong;
}

const told = (outcome: object) =>
  Object.entries(outcome)
    .map(([key, value]) => [key, String(value)])
    .sort();

const callerOf = ({ name }: Attack<Target>): string => name.slice(name.indexOf(', asked by ') + 2);
const CALLERS = [...new Set(CASEWORK_ATTACKS.map(callerOf))];

describe('attacks on live complaints', () => {
  it('are every field that casework opens, each by everybody to whom it is closed', () => {
    const names = CASEWORK_ATTACKS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(1_700);
    for (const part of [...LIVE_STREAMS, 'Ombudsman'])
      expect(names.filter((name) => name.toLowerCase().includes(part.toLowerCase())).length).toBeGreaterThan(
        80,
      );
  });

  it.each(CALLERS)(
    'fail as they should, %s',
    async (caller) => {
      const attacks = CASEWORK_ATTACKS.filter((attack) => callerOf(attack) === caller);
      expect(await failing(attacks)).toEqual([]);
    },
    120_000,
  );

  it('are found where one does not fail', async () => {
    const [first] = CASEWORK_ATTACKS;
    if (first === undefined) throw new Error('There is no attack.');
    expect(await failing([{ ...first, expects: { status: 200, code: 'none' } }])).toMatchObject([
      { name: first.name, came: { status: 401 } },
    ]);
  });

  it.each(LIVE_DOOR_ATTACKS.map((attack) => [attack.name, attack] as const))('%s', async (_, attack) => {
    expect(await failing([attack])).toEqual([]);
  });

  it.each(LIVE_STREAMS)('leave the complaint of %s as it was, and nobody with anything', async (stream) => {
    expect(await standing(target.product, stream)).toEqual({
      list: {
        edges: [{ node: { version: 1, state: 'RECEIVED', assignedTo: null, timeline: { totalCount: 1 } } }],
      },
      ...{ groups: [], away: [] },
    });
  });
});
