import { setTimeout as wait } from 'node:timers/promises';
import { inTransaction, type Transaction } from '../../../platform/transaction/transaction';
import { GATEWAY, type TestAccess, testAccess } from '../testing';
import { type GivenLease, leaseRequests } from './lease-requests';

let access: TestAccess;
beforeAll(async () => {
  access = await testAccess();
});
afterAll(() => access.stop());

interface Wanting {
  readonly budget?: string;
  readonly burst?: number;
  readonly perSecond?: number;
}
const asked = (
  caller: string,
  wanted: number,
  { budget = 'requests', burst = 10, perSecond = 0.01 }: Wanting = {},
) =>
  `{ budget: "${budget}", caller: "${caller}", wanted: ${wanted}, burst: ${burst}, perSecond: ${perSecond} }`;
const lease = async (...leases: string[]): Promise<GivenLease[]> => {
  const { given } = await access.data<{ given: GivenLease[] }>(
    `mutation { given: leaseRequests(leases: [${leases.join(', ')}]) { budget caller granted waitMillis } }`,
    GATEWAY,
  );
  return given;
};
const granted = async (...leases: string[]) => (await lease(...leases)).map(({ granted: each }) => each);

describe('what gateways lease of callers’ allowances', () => {
  it.each(['admin', 'analyst', 'partner', 'seed', 'import'])('is leased to no %s', async (role) => {
    const { errors } = await access.ask(
      `mutation { leaseRequests(leases: [${asked('ana', 1)}]) { granted } }`,
      {
        role,
      },
    );
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('is a burst in all, and says when there is one more', async () => {
    expect(await lease(asked('ana', 4))).toEqual([
      { budget: 'requests', caller: 'ana', granted: 4, waitMillis: 0 },
    ]);
    expect(await granted(asked('ana', 4))).toEqual([4]);
    const [last] = await lease(asked('ana', 4));
    expect(last).toMatchObject({ granted: 2 });
    expect(last?.waitMillis).toBeGreaterThan(90_000);
    expect(last?.waitMillis).toBeLessThanOrEqual(100_000);
    expect(await granted(asked('ana', 4))).toEqual([0]);
  });

  it('is each caller’s and each budget’s own', async () => {
    expect(await granted(asked('mark', 10), asked('olu', 3))).toEqual([10, 3]);
    expect(await granted(asked('mark', 1), asked('mark', 5, { budget: 'files' }))).toEqual(
      expect.arrayContaining([0, 5]),
    );
  });

  it('comes back with time', async () => {
    expect(await granted(asked('dee', 10, { perSecond: 100 }))).toEqual([10]);
    await wait(60);
    const [back = 0] = await granted(asked('dee', 10, { perSecond: 100 }));
    expect(back).toBeGreaterThanOrEqual(5);
  });

  it('is no more to many gateways at once than to one', async () => {
    const many = await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        granted(
          ...[asked('eve', 3, { burst: 30 }), asked('fay', 3, { burst: 30 })].toSorted(
            () => (place % 2) - 0.5,
          ),
        ),
      ),
    );
    expect(many.flat().reduce((sum, each) => sum + each, 0)).toBe(60);
  });

  it('grants nothing for nonsense, and takes nothing away', async () => {
    expect(await granted(asked('gus', -5))).toEqual([0]);
    expect(await granted(asked('gus', 2_000_000_000))).toEqual([10]);
  });

  it('is forgotten when it is whole again, and before then removed by nobody', async () => {
    const held = (role: string, sql: string) =>
      inTransaction(access.database.of('access'), { subject: 'x', role }, ({ query }) => query(sql));
    await lease(asked('hal', 1, { perSecond: 1 }));
    for (const role of ['admin', 'auditor', 'partner', ''])
      expect(await held(role, 'select from access.caller_allowance')).toHaveLength(0);
    const remove = `with gone as (delete from access.caller_allowance where caller = 'ana' returning 1) select from gone`;
    for (const role of ['admin', 'gateway', '']) expect(await held(role, remove)).toHaveLength(0);
    await held(
      'gateway',
      "update access.caller_allowance set full_at = now() - interval '2 minutes' where caller = 'hal'",
    );
    await lease(asked('ida', 1));
    expect(await held('gateway', "select from access.caller_allowance where caller = 'hal'")).toHaveLength(0);
    expect(await held('gateway', "select from access.caller_allowance where caller = 'ana'")).toHaveLength(1);
  });

  const asGateway = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    inTransaction(access.database.of('access'), { subject: 'x', role: 'gateway' }, work);
  const isOld = (caller: string) =>
    asGateway(({ query }) =>
      query(
        `insert into access.caller_allowance values ('requests', $1, now() - interval '2 minutes')
         on conflict (budget, caller) do update set full_at = excluded.full_at`,
        [caller],
      ),
    );
  const wanted = (...callers: string[]) =>
    callers.map((caller) => ({ budget: 'requests', caller, wanted: 1, burst: 10, perSecond: 0.01 }));

  it('is forgotten without waiting for a gateway that asks for it, however many forget at once', async () => {
    await isOld('jon');
    await asGateway(async (transaction) => {
      await leaseRequests({ transaction }, wanted('jon'));
      await isOld('lea');
      const meanwhile = asGateway((other) => leaseRequests({ transaction: other }, wanted('kim')));
      expect(await meanwhile).toHaveLength(1);
      await leaseRequests({ transaction }, wanted('max'));
    });
    expect(await asGateway(({ query }) => query(OLD))).toHaveLength(0);
  });

  it('is never forgotten under the hands of a gateway that asks for it', async () => {
    await isOld('ned');
    const given = await asGateway(({ query, manager }) => {
      let statements = 0;
      const interrupted: Transaction['query'] = async <Row>(sql: string, parameters?: readonly unknown[]) => {
        const rows = await query<Row>(sql, parameters);
        statements += 1;
        if (statements === 1)
          await asGateway((other) => leaseRequests({ transaction: other }, wanted('oda')));
        return rows;
      };
      return leaseRequests({ transaction: { query: interrupted, manager } }, wanted('ned', 'ned'));
    });
    expect(given).toMatchObject([{ caller: 'ned', granted: 1 }]);
  });
});

const OLD = `select from access.caller_allowance where full_at < now() - interval '1 minute'`;
