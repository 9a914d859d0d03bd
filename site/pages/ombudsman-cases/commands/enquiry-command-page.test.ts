import { type Answers, servePages } from '../../../testing/serve-pages';
import { DEADLINES, STEP_HELP } from '../../casework/testing/a-case';
import { addOmbudsmanCase } from '../case';
import { addEnquiryCommandPages, enquiryCommandHref } from './enquiry-command-page';

const KEY = '3096649c-9a22-4426-98fe-c658419c043c';
const CODE = { law: 'The Act', paragraph: 'section 29', basis: 'STATUTE' };
const day = (name: string) => ({ [`${name}-day`]: '1', [`${name}-month`]: '12', [`${name}-year`]: '2026' });
const permitted = (event: string, mutation: string) => ({ event, mutation, source: CODE });

const WORK = {
  ...{ id: 'ombudsman-1', body: 'LGSCO', reference: '24 006 582', isLive: true, version: 2 },
  ...{ state: 'ENQUIRY', deadlines: [{ ...DEADLINES[0], name: 'REPLY', title: 'Reply' }] },
  remedies: [
    { text: 'Apologise', dueOn: '2026-12-20', doneOn: null },
    { text: 'Pay', dueOn: null, doneOn: '2026-11-01' },
  ],
  permitted: [
    permitted('REPLY', 'replyToOmbudsmanEnquiry'),
    permitted('DECIDE', 'recordOmbudsmanDecision'),
    permitted('COMPLETE_REMEDY', 'completeOmbudsmanRemedy'),
    permitted('NOTE', 'noteOmbudsmanCase'),
  ],
  timeline: [
    {
      ...{ place: 2, text: 'Something was noted.', on: null, by: 'olu', at: '2026-12-01T10:00:00Z' },
      words: [{ part: 'NOTE', words: 'Called <b>' }],
    },
  ],
};
const done = { outcome: { __typename: 'OmbudsmanCommandDone', version: 3 } };

async function serve(answers: Answers = {}, work: object = {}, role = 'officer') {
  const OmbudsmanWork = { ombudsmanCase: { ...WORK, ...work } };
  return servePages({
    ...{ add: addEnquiryCommandPages, now: '2026-12-01T12:00:00Z', session: { role, subject: 'olu' } },
    answers: { OmbudsmanWork, StepHelp: STEP_HELP, ...answers },
  });
}
const at = (command: string) => `/ombudsman-cases/ombudsman-1/do/${command}`;

describe('the form of a command on an ombudsman’s case', () => {
  it('asks for what the command takes, with its limit and the law, and is done once', async () => {
    const site = await serve({ DoReplyToOmbudsmanEnquiry: done });
    const { body } = await site.get(at('reply-to-enquiry'));
    expect(body).toContain('In time until 15 December 2026.');
    expect(body).toContain('The Act, section 29 (the law)');
    expect(body).toContain('href="/guidance/a-guide"');
    expect(site.asked.find(({ operation }) => operation === 'StepHelp')?.variables).toEqual({
      ...{ where: { enquirySteps: ['REPLY'] }, first: 8 },
    });
    const form = { key: KEY, version: '2', words: 'Sent', ...day('on') };
    const { statusCode, headers } = await site.post(at('reply-to-enquiry'), form);
    expect([statusCode, headers.location]).toEqual([303, '/ombudsman-cases/ombudsman-1?did=3']);
    expect(site.asked.at(-1)?.variables).toEqual({
      ...{ key: KEY, id: 'ombudsman-1', version: 2, words: 'Sent', on: '2026-12-01' },
    });
    await site.stop();
  });

  it('of a decision goes by whose it is', async () => {
    const site = await serve({ DoRecordOmbudsmanDecision: done });
    const form = { key: KEY, version: '2', 'input-decision': 'Upheld: fault', ...day('input-on') };
    const half = await site.post(at('record-decision'), form);
    expect([half.statusCode, half.body]).toEqual([400, expect.stringContaining('id="input-lgsco-error"')]);
    await site.post(at('record-decision'), { ...form, 'input-lgsco': 'UPHELD' });
    const lgsco = { on: '2026-12-01', decision: 'Upheld: fault', lgscoDecision: 'UPHELD', words: null };
    expect(site.asked.at(-1)?.variables).toMatchObject({ input: lgsco });
    expect((await site.post(at('record-decision'), { ...form, 'input-decision': '' })).statusCode).toBe(400);
    await site.stop();
    const housing = await serve({ DoRecordOmbudsmanDecision: done }, { body: 'HOUSING' });
    const row = { 'input-1-issue': 'Repairs', 'input-1-finding': 'Service failure' };
    expect((await housing.post(at('record-decision'), { ...form, ...row })).body).toContain('each finding');
    await housing.post(at('record-decision'), { ...form, ...row, 'input-1-category': 'SERVICE_FAILURE' });
    expect(housing.asked.at(-1)?.variables).toMatchObject({
      input: { findings: [{ issue: 'Repairs', finding: 'Service failure', category: 'SERVICE_FAILURE' }] },
    });
    await housing.stop();
  });

  it.each([
    ['on', 'input-on-error'],
    ['lgscoDecision', 'input-lgsco-error'],
    ['findings', 'input-error'],
  ])('of a decision says beside the part that is meant why it is refused: %s', async (part, id) => {
    const refused = { __typename: 'OmbudsmanCommandRefused', message: 'Too early.', part, source: CODE };
    const site = await serve({ DoRecordOmbudsmanDecision: { outcome: refused } });
    const form = { key: KEY, version: '2', 'input-decision': 'Upheld: fault', 'input-lgsco': 'UPHELD' };
    const { body } = await site.post(at('record-decision'), { ...form, ...day('input-on') });
    expect(body).toContain(`id="${id}"`);
    await site.stop();
  });

  it('says beside itself where the step may be done, and to what it leads', async () => {
    const site = await serve({});
    expect((await site.get(at('record-decision'))).body).toContain(
      'It leads to: “Decided, and something is to be done”, or “Closed, and nothing is to be done”.',
    );
    expect((await site.get(at('note-case'))).body).toContain('It stands there afterwards as before.');
    await site.stop();
  });

  it('of a remedy offers those that are not done, by their places', async () => {
    const site = await serve({ DoCompleteOmbudsmanRemedy: done });
    const { body } = await site.get(at('complete-remedy'));
    expect([body.includes('Apologise'), body.includes('Pay')]).toEqual([true, false]);
    const form = { key: KEY, version: '2', remedy: '1', ...day('on') };
    expect((await site.post(at('complete-remedy'), form)).statusCode).toBe(303);
    expect(site.asked.at(-1)?.variables).toMatchObject({ remedy: 1 });
    await site.stop();
  });

  it('tells a refusal with its law, and what somebody else did meanwhile', async () => {
    const refused = {
      __typename: 'OmbudsmanCommandRefused',
      message: 'Too early.',
      part: 'on',
      source: CODE,
    };
    const site = await serve({ DoNoteOmbudsmanCase: { outcome: refused } });
    const form = { key: KEY, version: '2', words: 'Called' };
    expect((await site.post(at('note-case'), form)).body).toContain('Too early. The Act, section 29');
    await site.stop();
    const since = [
      { place: 3, text: 'It was replied to.', on: null, by: 'cora', at: '2026-12-01T10:00:00Z' },
    ];
    const changed = { __typename: 'OmbudsmanCaseChanged', message: 'Changed.', version: 3, since };
    const other = await serve({ DoNoteOmbudsmanCase: { outcome: changed } });
    const { statusCode, body } = await other.post(at('note-case'), form);
    expect([statusCode, body.includes('name="version" value="3"')]).toEqual([409, true]);
    await other.stop();
  });

  it('says why it is not there, and is for officers who work on the case', async () => {
    const site = await serve();
    expect((await site.get(at('add-remedy'))).body).toContain('“Waits for our reply”, where it is not done');
    expect((await site.get(at('toString'))).statusCode).toBe(404);
    await site.stop();
    const closed = await serve({}, { permitted: null });
    expect((await closed.get(at('note-case'))).statusCode).toBe(404);
    await closed.stop();
    const manager = await serve({}, {}, 'manager');
    expect((await manager.get(at('note-case'))).statusCode).toBe(403);
    await manager.stop();
    expect(enquiryCommandHref('ombudsman-1', 'noteOmbudsmanCase')).toBe(at('note-case'));
  });
});

describe('the page of an ombudsman’s case', () => {
  const parts = {
    ...{ ...WORK, ourReference: null, stream: null, partner: null, receivedOn: '2026-11-24', decision: null },
    ...{ replyDueOn: null, replySentOn: null, repliedInTime: null, decidedOn: null, upheld: null },
    ...{ lgscoDecision: null, findings: [], complaint: null },
  };
  const OmbudsmanPage = { register: { asAt: '2026-12-01' }, ombudsmanCase: parts };
  const read = async (url: string, role: string) => {
    const answers = { OmbudsmanPage, OmbudsmanWork: { ombudsmanCase: WORK } };
    const site = await servePages({ add: addOmbudsmanCase, answers, session: { role, subject: 'olu' } });
    const { body } = await site.get(url);
    await site.stop();
    return { body, asked: site.asked.map(({ operation }) => operation) };
  };

  it('says to whoever works on it how it stands, what may be done, and what was done just now', async () => {
    const { body } = await read('/ombudsman-cases/ombudsman-1?did=2', 'officer');
    for (const words of [
      ...[
        'Waits for our reply',
        'Record our reply',
        'Called &lt;b&gt;',
        'govuk-notification-banner--success',
      ],
      'By 15 December 2026',
    ])
      expect(body).toContain(words);
  });

  it('is as before for others', async () => {
    const { body, asked } = await read('/ombudsman-cases/ombudsman-1', 'analyst');
    expect([body.includes('How it stands'), asked]).toEqual([false, ['OmbudsmanPage']]);
  });
});
