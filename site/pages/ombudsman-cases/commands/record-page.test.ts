import { type Answers, servePages } from '../../../testing/serve-pages';
import { STEP_HELP } from '../../casework/testing/a-case';
import { addRecordEnquiry, RECORD_ENQUIRY_PATH, recordEnquiryHref } from './record-page';

const KEY = '3096649c-9a22-4426-98fe-c658419c043c';
const FORM = {
  ...{ key: KEY, version: '0', body: 'LGSCO', reference: '24 006 582', ourReference: 'COR-1', stream: '' },
  ...{ 'receivedOn-day': '1', 'receivedOn-month': '12', 'receivedOn-year': '2026', questions: ' Why? ' },
};
const done = {
  outcome: { __typename: 'OmbudsmanCommandDone', version: 1, case: { id: 'ombudsman-9' } },
};

const serve = (answers: Answers = {}, role = 'officer') =>
  servePages({
    add: addRecordEnquiry,
    answers: { StepHelp: STEP_HELP, ...answers },
    now: '2026-12-01T12:00:00Z',
    session: { role },
  });

describe('recording an ombudsman’s enquiry', () => {
  it('begins with our reference of the complaint, and leads to the case', async () => {
    const site = await serve({ RecordEnquiry: done });
    const { body } = await site.get(recordEnquiryHref({ reference: 'COR/1 a' }));
    expect(body).toContain('value="COR/1 a"');
    const { statusCode, headers } = await site.post(RECORD_ENQUIRY_PATH, FORM);
    expect([statusCode, headers.location]).toEqual([303, '/ombudsman-cases/ombudsman-9?did=1']);
    expect(site.asked.at(-1)?.variables).toEqual({
      ...{ key: KEY, body: 'LGSCO', reference: '24 006 582', ourReference: 'COR-1', stream: null },
      ...{ receivedOn: '2026-12-01', replyDueOn: null, questions: 'Why?' },
    });
    await site.stop();
  });

  it('says beside the fields what is missing, and what the graph refuses', async () => {
    const refused = {
      ...{ __typename: 'OmbudsmanCommandRefused', message: 'It is there.', part: 'reference', source: null },
    };
    const site = await serve({ RecordEnquiry: { outcome: refused } });
    const empty = await site.post(RECORD_ENQUIRY_PATH, { ...FORM, body: '', reference: '' });
    expect(empty.statusCode).toBe(400);
    for (const words of ['Choose which ombudsman.', 'Write the ombudsman’s reference.', 'value="COR-1"'])
      expect(empty.body).toContain(words);
    const other = await site.post(RECORD_ENQUIRY_PATH, { ...FORM, body: 'HOUSING', stream: 'CORPORATE' });
    expect([other.statusCode, other.body]).toEqual([400, expect.stringContaining('id="reference-error"')]);
    await site.stop();
  });

  it('is for officers', async () => {
    const site = await serve({}, 'manager');
    expect((await site.get(RECORD_ENQUIRY_PATH)).statusCode).toBe(403);
    await site.stop();
  });
});
