import { createHash } from 'node:crypto';
import { bankHolidayChanged } from '../../../contracts/events/bank-holiday-changed';
import { caseClosed } from '../../../contracts/events/case-closed';
import { peopleAnonymised } from '../../../contracts/events/people-anonymised';
import { toDay } from '../../../domain/calendar/day';
import { fixedClock } from '../../../platform/config/clock';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import type { Follower } from '../../../platform/server/subgraph';
import type { TestPart } from '../../../platform/testing/test-part';
import { caseIdFor } from '../cases/keys';
import { as, complaintTold, follow, keep, kept, takeBack } from '../testing';
import { bankHolidays } from './calendar';
import { closedComplaints, forgottenWords } from './follow-people';
import { commanding, ENQUIRY, key, testEnquiries } from './testing';

let part: TestPart;
const command = commanding(() => part);
beforeEach(async () => {
  part = await testEnquiries();
});
afterEach(() => part.stop());

const REGISTERED = kept({
  ...{
    referenceKey: '25000999',
    ourReference: 'CRM 100',
    receivedOn: '2026-05-04',
    replyDueOn: '2026-06-01',
  },
  ...{ decidedOn: '2026-07-01', decision: 'Upheld', upheld: true, lgscoDecision: 'UPHELD' },
  remedies: [{ text: 'Apology', dueOn: '2026-08-01', doneOn: null }],
});
const ID = caseIdFor(REGISTERED);
const hashOf = (subject: string) => createHash('sha256').update(`corporate-a ${subject}`).digest('hex');
const read = async (fields: string) =>
  (await part.data<{ ombudsmanCase: object | null }>(`{ ombudsmanCase(id: "${ID}") { ${fields} } }`))
    .ombudsmanCase;
const apply = (
  follower: Follower,
  kind: string,
  ...events: readonly { subject: string; payload: object }[]
) =>
  as(part.database, { role: 'projection' }, (transaction) =>
    follower.apply(
      transaction,
      events.map(
        (event, version): PlacedEvent => ({
          ...{ ...event, kind, version: version + 1 },
          ...{ position: { xid: '1', id: '1' }, at: new Date('2026-11-01T09:00:00Z') },
        }),
      ),
      fixedClock('2026-11-30'),
    ),
  );

describe('a case of the register', () => {
  it('stands as the register says, and goes on here from the first command', async () => {
    await keep(part.database, REGISTERED);
    expect(await read('isLive version state timeline { event }')).toEqual({
      ...{ isLive: false, version: 0, state: 'REMEDY', timeline: [] },
    });
    const done = { key: key(1), id: ID, version: 0, remedy: 1, on: '2026-07-20' };
    expect(await command('completeOmbudsmanRemedy', done)).toMatchObject({
      ...{ version: 2, case: { isLive: true, remedies: [{ doneOn: '2026-07-20' }] } },
    });
    expect(await read('timeline { event text }')).toEqual({
      timeline: [
        { event: 'COMPLETE_REMEDY', text: 'Remedy 1 was done on 2026-07-20.' },
        { event: 'TAKE_OVER', text: 'The register had it until here; it is worked on here since.' },
      ],
    });
  });

  it('is left alone by imports from then on, which say so, and by the undoing of one', async () => {
    await keep(part.database, REGISTERED);
    await command('noteOmbudsmanCase', { key: key(1), id: ID, version: 0, words: 'Ours now.' });
    const later = { ...REGISTERED, contentHash: 'later', decidedOn: '2026-07-09', remedies: [] };
    expect(await keep(part.database, later, kept({ referenceKey: '2', stream: null }))).toEqual([
      { ordinal: 0, code: 'KEPT_LIVE' },
    ]);
    await takeBack(part.database, later);
    expect(await read('isLive decidedOn remedies { text }')).toEqual({
      ...{ isLive: true, decidedOn: '2026-07-01', remedies: [{ text: 'Apology' }] },
    });
  });

  it('that was recorded here before the register had it is not made twice', async () => {
    await command('recordOmbudsmanEnquiry', { key: key(1), input: { ...ENQUIRY, reference: '25 000 999' } });
    expect(await keep(part.database, REGISTERED)).toEqual([{ ordinal: 0, code: 'KEPT_LIVE' }]);
    expect(await read('receivedOn decision')).toEqual({ receivedOn: '2026-06-01', decision: null });
  });
});

describe('a complaint that is closed to some', () => {
  const closed = (isClosed: boolean) => ({
    subject: 'corporate-a',
    payload: { id: 'corporate-a', stream: 'corporate', isClosed, records: [] },
  });
  const note = (number: number, version: number) =>
    command('noteOmbudsmanCase', { key: key(number), id: ID, version, words: 'A note' });

  it('has no case that is worked on here, as long as its stream has not said to whom it is open', async () => {
    await follow(part.database, complaintTold('corporate-a', { 'CRM 100': '2026-01-05' }));
    await keep(part.database, REGISTERED);
    expect(await note(1, 0)).toMatchObject({ version: 2 });
    await apply(closedComplaints, caseClosed.kind, closed(true));
    expect(await note(2, 2)).toMatchObject({ code: 'OMBUDSMAN_CASE_NOT_FOUND' });
    expect(await read('reference permitted { event } timeline { words { words } }')).toMatchObject({
      ...{ permitted: null, timeline: [{ words: null }, { words: null }] },
    });
    const about = { ...ENQUIRY, complaintId: 'corporate-a' };
    expect(await command('recordOmbudsmanEnquiry', { key: key(3), input: about })).toMatchObject({
      code: 'OMBUDSMAN_CASE_NOT_FOUND',
    });
    await apply(closedComplaints, caseClosed.kind, closed(false));
    expect(await note(4, 2)).toMatchObject({ version: 3 });
    await apply(closedComplaints, caseClosed.kind, closed(true));
    await as(part.database, { role: 'projection' }, closedComplaints.reset);
    expect(await note(5, 3)).toMatchObject({ version: 4 });
  });

  it('has cases that those work on to whom its stream says that it is open', async () => {
    await follow(part.database, complaintTold('corporate-a', { 'CRM 100': '2026-01-05' }));
    await keep(part.database, REGISTERED);
    const tell = (shutOut: readonly string[], openTo: readonly string[] | null) =>
      apply(closedComplaints, caseClosed.kind, {
        ...{
          subject: 'corporate-a',
          payload: {
            ...closed(true).payload,
            shutOut: shutOut.map(hashOf),
            openTo: openTo?.map(hashOf) ?? null,
          },
        },
      });
    await tell(['olu'], null);
    expect(await note(1, 0)).toMatchObject({ code: 'OMBUDSMAN_CASE_NOT_FOUND' });
    await tell(['ann'], null);
    expect(await note(2, 0)).toMatchObject({ version: 2 });
    await tell([], ['ann']);
    expect(await note(3, 2)).toMatchObject({ code: 'OMBUDSMAN_CASE_NOT_FOUND' });
    await tell([], ['ann', 'olu']);
    expect(await note(4, 2)).toMatchObject({ version: 3 });
  });

  it('takes what was written at its cases with its people', async () => {
    await follow(part.database, complaintTold('corporate-a', { 'CRM 100': '2026-01-05' }));
    await keep(part.database, REGISTERED);
    await note(1, 0);
    const payload = { id: 'corporate-a', stream: 'corporate', records: [] };
    await apply(forgottenWords, peopleAnonymised.kind, { subject: 'corporate-a', payload });
    expect(await read('timeline { event words { words } }')).toEqual({
      timeline: [
        { event: 'NOTE', words: [] },
        { event: 'TAKE_OVER', words: [] },
      ],
    });
  });
});

describe('a bank holiday that was decided on', () => {
  it('is not counted, whichever decision comes last', async () => {
    const decided = (isKept: boolean) => ({
      subject: '2026-06-22',
      payload: { day: toDay('2026-06-22'), name: 'A jubilee', note: null, isKept },
    });
    await apply(bankHolidays, bankHolidayChanged.kind, decided(true));
    const record = (number: number, reference: string) =>
      command('recordOmbudsmanEnquiry', { key: key(number), input: { ...ENQUIRY, reference } });
    expect((await record(1, '26 000 001')).case).toMatchObject({ replyDueOn: '2026-06-30' });
    await apply(bankHolidays, bankHolidayChanged.kind, decided(true), decided(false));
    expect((await record(2, '26 000 002')).case).toMatchObject({ replyDueOn: '2026-06-29' });
    await as(part.database, { role: 'projection' }, bankHolidays.reset);
    expect((await record(3, '26 000 003')).case).toMatchObject({ replyDueOn: '2026-06-29' });
  });
});
