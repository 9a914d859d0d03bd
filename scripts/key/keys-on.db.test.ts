import { demonstrationAgreements } from '../../demo/agreements';
import { keyIdIn } from '../../platform/identity/key-text';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { installed } from '../../subgraphs/access/subgraph';
import { readKeyCommand } from './arguments';
import { COMMAND_LINE, doKeyCommand } from './keys-on';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([installed({ longestKeyDays: 365 }, demonstrationAgreements)]);
});
afterAll(() => database.stop());

async function run(line: string) {
  const asked = readKeyCommand(line.split(' '));
  if (asked === null) throw new Error('Used in another way');
  const { lines, isDone } = await inTransaction(database.of('access'), COMMAND_LINE, (transaction) =>
    doKeyCommand(asked, { transaction, longestKeyDays: 365, auditSigner: testAuditSigner }),
  );
  return { isDone, lines: isDone ? lines.map((text) => JSON.parse(text)) : lines };
}

describe('npm run key', () => {
  it('makes a key and prints its secret as JSON, however many there are of its role', async () => {
    const made = [await run('create --role analyst'), await run('create --role analyst --expires 7')];
    for (const { isDone, lines } of made) {
      expect(isDone).toBe(true);
      expect(lines).toEqual([
        { id: keyIdIn(lines[0].secret), secret: expect.any(String), expiresAt: expect.any(String) },
      ]);
    }
    const days = (new Date(made[1]?.lines[0].expiresAt).getTime() - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(7);
  });

  it('rotates and revokes one, and lists all without secrets', async () => {
    const { lines } = await run('create --role partner --partner stockport-homes --name Northgate');
    const second = await run(`rotate ${lines[0].id} --expires 10`);
    expect(await run(`revoke ${lines[0].id}`)).toMatchObject({ isDone: true, lines: [{ state: 'REVOKED' }] });
    const listed = await run('list');
    expect(listed.lines[0]).toMatchObject({
      ...{
        id: second.lines[0].id,
        name: 'Northgate',
        role: 'partner',
        partner: 'stockport-homes',
        state: 'LIVE',
      },
    });
    expect(JSON.stringify(listed.lines)).not.toMatch(/[0-9a-f]{64}/);
  });

  it('says what is in the way', async () => {
    expect(await run('create --role partner')).toEqual({
      isDone: false,
      lines: [expect.stringContaining('needs a partner')],
    });
    expect(await run('create --role analyst --expires 366')).toMatchObject({ isDone: false });
    expect(await run('revoke cck_1')).toMatchObject({ isDone: false });
    expect(await run('rotate cck_1')).toMatchObject({ isDone: false });
  });

  it('is noted as whoever owns the database', async () => {
    const entries = await inTransaction(
      database.of('access'),
      { subject: 'aud', role: 'auditor' },
      (transaction) => transaction.query<{ actor: string }>('select distinct actor from access.audit_entry'),
    );
    expect(entries).toEqual([{ actor: 'command-line' }]);
  });
});
