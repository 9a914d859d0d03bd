import { sourceReached } from '../../../contracts/events/source-reached';
import type { TestPart } from '../../../platform/testing/test-part';
import { inTransaction } from '../../../platform/transaction/transaction';
import { as, complaintTold, follow, keep, kept, takeBack } from '../testing';
import { commanding, ENQUIRY, key, mutation, OFFICER, testEnquiries } from './testing';

let part: TestPart;
const command = commanding(() => part);
const record = (number: number, more: object = {}, as = {}) =>
  command('recordOmbudsmanEnquiry', { key: key(number), input: { ...ENQUIRY, ...more } }, as);
beforeAll(async () => {
  part = await testEnquiries();
  await follow(
    part.database,
    complaintTold('corporate-a', { 'CRM 100': '2026-01-05', 'CRM 100/2': '2026-03-02' }),
    complaintTold('childrens-a', { 'CH 7': '2026-02-02' }),
  );
});
afterAll(() => part.stop());

const told = () =>
  inTransaction(part.database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, ({ query }) =>
    query<{ subject: string; version: number; payload: object }>(
      `select subject, version::int, payload from ombudsman.outbox
       where kind = 'ombudsman-case-changed' order by xid, id`,
    ),
  );

describe('an enquiry that is recorded', () => {
  it.each(['analyst', 'auditor', 'partner', 'admin'])('is not by a %s', async (role) => {
    await expect(record(1, {}, { role })).rejects.toThrow();
  });

  it('is by no manager, and by no key', async () => {
    await expect(record(1, {}, { role: 'manager' })).rejects.toThrow('officers, in person');
    await expect(record(1, {}, { ...OFFICER, credential: 'key' })).rejects.toThrow();
  });

  it.each([
    [{ reference: '26000' }, 'REFERENCE_OF_ANOTHER_SHAPE', 'reference'],
    [{ body: 'HOUSING' }, 'REFERENCE_OF_ANOTHER_SHAPE', 'reference'],
    [{ receivedOn: '2026-12-01' }, 'DAY_IN_FUTURE', 'receivedOn'],
    [{ replyDueOn: '2026-05-01' }, 'DAY_NOT_LATER', 'replyDueOn'],
    [{ complaintId: 'corporate-unknown' }, 'COMMAND_UNUSABLE', 'complaintId'],
    [{ complaintId: 'childrens-a' }, 'COMMAND_UNUSABLE', 'complaintId'],
    [{ complaintId: 'corporate-a', stream: 'ADULTS' }, 'COMMAND_UNUSABLE', 'stream'],
  ])('with %j is refused', async (wrong, code, which) => {
    expect(await record(1, wrong)).toMatchObject({ code, part: which });
  });

  it('with more words than are kept is refused', async () => {
    expect(await record(1, { questions: 'x'.repeat(10_001) })).toMatchObject({ part: 'words' });
  });

  it('is refused without a key that names it, for no day, and for a stream that is not the officer’s', async () => {
    expect(await command('recordOmbudsmanEnquiry', { key: 'first', input: ENQUIRY })).toMatchObject({
      part: 'key',
    });
    await expect(record(1, { receivedOn: 'soon' })).rejects.toThrow('`receivedOn` is no day');
    expect(await record(1, { stream: 'CHILDRENS' })).toMatchObject({ code: 'OMBUDSMAN_CASE_NOT_FOUND' });
    expect(await told()).toEqual([]);
  });

  it('is a case at once, about its complaint, with the day of the reply and what may be done', async () => {
    const came = await record(1, { complaintId: 'corporate-a', questions: 'Why did it take so long?' });
    expect(came).toMatchObject({
      ...{ __typename: 'OmbudsmanCommandDone', version: 1 },
      entry: { place: 1, event: 'RECORD', on: '2026-06-01', by: 'olu' },
      case: {
        ...{ reference: '26 000 123', ourReference: 'CRM100/2', stream: 'CORPORATE', state: 'ENQUIRY' },
        ...{ isLive: true, version: 1, replyDueOn: '2026-06-29', complaint: { id: 'corporate-a' } },
      },
    });
    expect((await told()).at(-1)?.payload).toMatchObject({
      ...{ body: 'LGSCO', receivedOn: '2026-06-01', complaintId: 'corporate-a', authority: 'stockport' },
    });
  });

  it('again with the same key is answered the same, and done once', async () => {
    const before = await told();
    const again = await record(1, { complaintId: 'corporate-a', questions: 'Why did it take so long?' });
    expect(again).toMatchObject({ __typename: 'OmbudsmanCommandDone', version: 1 });
    expect(await told()).toEqual(before);
    expect(await record(1, { complaintId: 'corporate-a' })).toMatchObject({ part: 'key' });
    const other = { ...OFFICER, subject: 'ann' };
    expect(
      await record(1, { complaintId: 'corporate-a', questions: 'Why did it take so long?' }, other),
    ).toMatchObject({
      part: 'key',
    });
  });

  it('twice, by another key, is the same case: refused', async () => {
    expect(await record(2)).toMatchObject({ code: 'ALREADY_RECORDED', part: 'reference' });
    await keep(part.database, kept({ referenceKey: '25000999' }));
    expect(await record(2, { reference: '25-000-999' })).toMatchObject({ code: 'ALREADY_RECORDED' });
  });

  it('waits for a complaint that has its reference, and takes its stream where none is said', async () => {
    const waiting = { reference: '26 000 124', ourReference: 'crm 555', stream: 'CORPORATE' };
    expect((await record(3, waiting)).case).toMatchObject({ complaint: null, ourReference: 'crm 555' });
    await follow(part.database, complaintTold('corporate-b', { 'CRM 555': '2026-05-05' }));
    expect((await record(3, waiting)).case).toMatchObject({ complaint: { id: 'corporate-b' } });
    const { stream, ...unsaid } = { ...ENQUIRY, reference: '26 000 125', ourReference: 'CRM 100' };
    const came = await command('recordOmbudsmanEnquiry', { key: key(4), input: unsaid });
    expect(came.case).toMatchObject({ stream: 'CORPORATE', complaint: { id: 'corporate-a' } });
  });

  it('of no stream is the corporate officers’', async () => {
    const { stream, ...none } = { ...ENQUIRY, body: 'HOUSING', reference: '202611001' };
    const asked = { key: key(5), input: none };
    expect(await command('recordOmbudsmanEnquiry', asked, { ...OFFICER, streams: ['adults'] })).toMatchObject(
      {
        code: 'OMBUDSMAN_CASE_NOT_FOUND',
      },
    );
    expect((await command('recordOmbudsmanEnquiry', asked)).case).toMatchObject({
      ...{ stream: null, replyDueOn: '2026-06-22' },
    });
  });

  it('of a case that was removed goes on from its version', async () => {
    const gone = kept({ referenceKey: '24000777' });
    await keep(part.database, gone);
    await takeBack(part.database, gone);
    const removed = (await told()).at(-1)?.version ?? 0;
    await record(6, { reference: '24 000 777' });
    expect((await told()).at(-1)?.version).toBeGreaterThan(removed);
  });

  it('is told as somebody’s in the audit log, and to nobody who did not sign in', async () => {
    const rows = await inTransaction(
      part.database.of('ombudsman'),
      { subject: 'aud', role: 'auditor' },
      ({ query }) => query('select distinct action, actor from ombudsman.audit_entry'),
    );
    expect(rows).toEqual([{ action: 'OMBUDSMAN_CASE_COMMAND', actor: 'olu' }]);
    const asked = mutation('recordOmbudsmanEnquiry', {
      key: key(9),
      input: { ...ENQUIRY, reference: '26 000 999' },
    });
    expect((await part.ask(asked, { scopes: [] })).errors?.[0]?.message).toMatch(/recordOmbudsmanEnquiry/);
  });
});

describe('work on ombudsmen’s cases', () => {
  it('is told as a source since the first live day, and lists are as at today from then on', async () => {
    const reached = await inTransaction(
      part.database.of('outbox_reader'),
      { subject: 'courier', role: 'courier' },
      ({ query }) =>
        query<{ payload: object }>(`select payload from ombudsman.outbox where kind = 'source-reached'`),
    );
    const own = { source: 'ombudsman-casework', from: '2026-11-30', to: null };
    expect(reached.map(({ payload }) => payload)).toEqual([
      { ...own, keepers: ['ombudsman'], loadedAt: null },
    ]);
    expect(sourceReached.isPublishedBy('ombudsman', reached[0]?.payload)).toBe(true);
    await as(part.database, { role: 'projection' }, ({ query }) =>
      query(`insert into ombudsman.source_reach (source, keepers, from_day, to_day, version)
        values ('register', '{ombudsman}', '2019-04-01', '2026-09-30', 1)`),
    );
    expect(await part.data('{ ombudsmanCases { asAt sources { source from to } } }')).toEqual({
      ombudsmanCases: {
        asAt: '2026-11-30',
        sources: [
          { source: 'register', from: '2019-04-01', to: '2026-09-30' },
          { ...own, to: '2026-11-30' },
        ],
      },
    });
  });
});
