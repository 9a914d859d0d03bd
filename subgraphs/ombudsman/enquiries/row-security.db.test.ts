import { disguised } from '../../../platform/postgres/row-security';
import type { TestPart } from '../../../platform/testing/test-part';
import type { Scope } from '../../../platform/transaction/scope';
import { inTransaction } from '../../../platform/transaction/transaction';
import { keep, kept } from '../testing';
import { commanding, ENQUIRY, key, testEnquiries } from './testing';

const TABLES = ['enquiry_entry', 'enquiry_words', 'command_done', 'closed_complaint'] as const;
const OFFICER: Scope = { subject: 'olu', role: 'officer', streams: ['corporate'], command: key(1) };

let part: TestPart;
let id = '';
beforeAll(async () => {
  part = await testEnquiries();
  const came = await commanding(() => part)('recordOmbudsmanEnquiry', {
    ...{ key: key(1), input: { ...ENQUIRY, questions: 'Why?' } },
  });
  id = came.case?.id ?? '';
  await keep(part.database, kept({ referenceKey: '9', stream: null, partner: 'stockport-homes' }));
  await run({ subject: 'projection', role: 'projection' }, [
    `insert into ombudsman.closed_complaint values
     ('corporate-x', 1, array[${disguised("'corporate-x'", "'ann'")}], null),
     ('corporate-y', 1, '{}', array[${disguised("'corporate-y'", "'olu'")}])`,
  ]);
});
afterAll(() => part.stop());

const run = <Row>(scope: Scope, [sql = '']: readonly string[]) =>
  inTransaction(part.database.of('ombudsman'), scope, ({ query }) => query<Row>(sql));
const count = async (table: string, scope: Scope) =>
  (await run<{ count: number }>(scope, [`select count(*)::int as count from ombudsman.${table}`]))[0]?.count;

describe('what is read of cases that are worked on here', () => {
  it.each([
    ['an analyst', { subject: 'ana', role: 'analyst' }, [1, 0, 0, 0]],
    ['an admin', { subject: 'adi', role: 'admin' }, [1, 0, 0, 0]],
    ['a manager', { subject: 'mark', role: 'manager', streams: ['corporate'] }, [1, 0, 0, 0]],
    ['an officer of the stream', { subject: 'ann', role: 'officer', streams: ['corporate'] }, [1, 1, 0, 0]],
    ['who did it', { subject: 'olu', role: 'officer', streams: ['corporate'] }, [1, 1, 1, 0]],
    ['an officer of another', { subject: 'ann', role: 'officer', streams: ['schools'] }, [1, 0, 0, 0]],
    [
      'a key of that role',
      { subject: 'ann', role: 'officer', streams: ['corporate'], credential: 'key' },
      [1, 0, 0, 0],
    ],
    ['a partner', { subject: 'p', role: 'partner', partner: 'stockport-homes' }, [0, 0, 0, 0]],
    ['an auditor', { subject: 'aud', role: 'auditor' }, [0, 0, 0, 0]],
    ['nobody', { subject: 'x', role: '' }, [0, 0, 0, 0]],
    ['the projection', { subject: 'projection', role: 'projection' }, [1, 1, 0, 2]],
  ])('%s', async (_, scope: Scope, counts) => {
    expect(await Promise.all(TABLES.map((table) => count(table, scope)))).toEqual(counts);
  });

  it('tells of a command whose key is taken that it is, and of others nothing', async () => {
    const other = { subject: 'ann', role: 'officer', streams: ['corporate'] };
    expect(await count('command_done', { ...other, command: key(1) })).toBe(1);
    expect(await count('command_done', { ...other, command: key(2) })).toBe(0);
  });

  it('tells each which complaints are closed to them, and nobody who does not ask', async () => {
    const closedTo = async (subject: string) =>
      (
        await run<{ ids: string[] }>({ subject, role: 'officer' }, [
          'select ombudsman.closed_to_caller() as ids',
        ])
      )[0]?.ids;
    expect((await closedTo('ann'))?.sort()).toEqual(['corporate-x', 'corporate-y']);
    expect(await closedTo('olu')).toEqual([]);
    expect(await closedTo('')).toBeNull();
  });
});

describe('what is written to them', () => {
  const entry = (by: string) => [
    `insert into ombudsman.enquiry_entry values ('${id}', 2, 'note', '{"event": "note"}', '${by}', now())`,
  ];
  const change = () => [
    `update ombudsman.ombudsman_case set reply_sent_on = '2026-06-20' where id = '${id}' returning id`,
  ];
  const without = ({ command, ...scope }: Scope): Scope => scope;

  it.each([
    ['without a command', without(OFFICER)],
    ['by a key', { ...OFFICER, credential: 'key' }],
    ['by an officer of another stream', { ...OFFICER, streams: ['schools'] }],
    ['by a manager', { ...OFFICER, role: 'manager' }],
    ['by an admin', { ...OFFICER, role: 'admin' }],
    ['by a partner', { ...OFFICER, role: 'partner', partner: 'stockport-homes' }],
    ['by an analyst', { ...OFFICER, role: 'analyst' }],
  ])('is nothing %s', async (_, scope) => {
    await expect(run(scope, entry('olu'))).rejects.toThrow('row-level security');
    expect(await run(scope, change())).toEqual([[], 0]);
  });

  it('is nothing in another’s name, and nothing is changed or removed of what happened', async () => {
    await expect(run(OFFICER, entry('ann'))).rejects.toThrow('row-level security');
    for (const sql of ['update ombudsman.enquiry_entry set by = by', 'delete from ombudsman.enquiry_entry'])
      await expect(run(OFFICER, [sql])).rejects.toThrow('permission denied');
    await run(OFFICER, ['delete from ombudsman.enquiry_words']);
    expect(await count('enquiry_words', OFFICER)).toBe(1);
  });

  it('is what an officer’s command writes, of cases of no complaint that is closed to them', async () => {
    const insert = (complaint: string) => [
      `insert into ombudsman.ombudsman_case (id, authority, body, reference, stream, received_on, complaint_id, content_hash, version)
       values ('ombudsman-${complaint}', 'stockport', 'LGSCO', '1', 'CORPORATE', '2026-06-01', '${complaint}', '', 1)`,
    ];
    const ann = { ...OFFICER, subject: 'ann' };
    await expect(run(ann, insert('corporate-x'))).rejects.toThrow('row-level security');
    await expect(run(ann, insert('corporate-y'))).rejects.toThrow('row-level security');
    await run(OFFICER, insert('corporate-y'));
    expect(await run(OFFICER, change())).toEqual([[{ id }], 1]);
  });
});
