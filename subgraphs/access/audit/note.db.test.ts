import type { OperationContext } from '../../../platform/server/subgraph';
import { inTransaction } from '../../../platform/transaction/transaction';
import { ADMIN, GATEWAY, type TestAccess, testAccess } from '../testing';
import { noteFile } from './note-file';
import { noteRefusals } from './note-refusals';

let access: TestAccess;
beforeAll(async () => {
  access = await testAccess();
});
afterAll(() => access.stop());

const entries = async () =>
  (
    await inTransaction(access.database.of('access'), { subject: 'aud', role: 'auditor' }, ({ query }) =>
      query<{ entry: string }>(
        `select concat_ws(' ', actor, role, action, record_id) as entry from access.audit_entry order by id`,
      ),
    )
  ).map(({ entry }) => entry);
const refuse = (changed = '', as = GATEWAY) =>
  access.ask(
    `mutation { noteRefusals(refusals: [{ actor: "ana", role: "analyst", code: "FORBIDDEN", asked: "keys", requestId: "r-1" ${changed} }]) }`,
    as,
  );
const file = (args: string, as: object = { subject: 'ana', role: 'analyst' }) =>
  access.ask(`mutation { noteFile(${args}) }`, as);

describe('what is noted beside what people do', () => {
  it('is whom a gateway refused, in the name of who was, the first and those after it', async () => {
    expect((await refuse()).data).toEqual({ noteRefusals: 1 });
    await refuse(', again: 57');
    expect(await entries()).toEqual([
      'ana analyst ASKING_REFUSED FORBIDDEN/keys',
      'ana analyst ASKING_REFUSED_AGAIN FORBIDDEN/keys/57',
    ]);
    expect(typeof noteRefusals).toBe('function');
  });

  it.each([ADMIN, { subject: 'ana', role: 'analyst' }])(
    'is told of others by the gateway alone, not by %j',
    async (as) => {
      const before = await entries();
      expect((await refuse('', as)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(await entries()).toEqual(before);
    },
  );

  it('is nothing else that a gateway writes in the name of others: the database says so', async () => {
    const write = (action: string, role: string) =>
      inTransaction(access.database.of('access'), { subject: 'gateway', role }, ({ query }) =>
        query(
          `insert into access.audit_entry (actor, role, action, record_id, request_id) values ('ana', 'analyst', $1, 'x', 'r')`,
          [action],
        ),
      );
    await expect(write('KEY_MAKE', 'gateway')).rejects.toThrow('row-level security');
    await expect(write('ASKING_REFUSED', 'admin')).rejects.toThrow('row-level security');
  });

  it('is a file that somebody takes away: how it was narrowed, and its rows', async () => {
    const before = await entries();
    expect((await file('name: "faults.csv", filter: "code=X&source=adults", rows: 318')).data).toEqual({
      noteFile: true,
    });
    await file('name: "overview.svg", filter: ""');
    expect((await entries()).slice(before.length)).toEqual([
      'ana analyst FILE_TAKE faults.csv/code=X&source=adults/318 rows',
      'ana analyst FILE_TAKE overview.svg',
    ]);
  });

  it.each([
    ['a name of no file', 'name: "../etc", filter: ""'],
    ['words in place of a filter', 'name: "a.csv", filter: "what somebody wrote"'],
    ['fewer rows than none', 'name: "a.csv", filter: "", rows: -1'],
    ['a filter without end', `name: "a.csv", filter: "${'x'.repeat(501)}"`],
  ])('is refused for %s', async (_what, args) => {
    const before = await entries();
    expect((await file(args)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await entries()).toEqual(before);
    await expect(noteFile({} as OperationContext, { name: '', filter: '' })).rejects.toThrow('`name`');
  });

  it('is in a log that says how far it is sealed, to auditors', async () => {
    const ask = (role: string) =>
      access.ask('{ accessAuditEntries(first: 1) { seal { number } totalCount } }', {
        subject: 'x',
        role,
        scopes: role === 'auditor' ? ['audit'] : [],
      });
    expect((await ask('auditor')).data).toMatchObject({ accessAuditEntries: { seal: null } });
    expect((await ask('admin')).errors).toHaveLength(1);
  });
});
