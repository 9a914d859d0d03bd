import { text } from 'node:stream/consumers';
import type { AttachedFile } from '../../../gateway/documents';
import { GatewayRefusal } from '../../../gateway/refusal';
import { servePages } from '../../../testing/serve-pages';
import { askLetters } from './ask-letters';
import { keepLetter } from './keep-letter';
import { addLetterPages } from './letter-pages';
import { doStep } from './letter-steps';
import { letterHref, lettersHref } from './letter-words';
import { aLetter, lettersAnswer } from './testing/a-letter';

const AT = lettersHref('corporate-1');
const LETTER = letterHref('corporate-1', 'corporate-9');
const KEY = '00000000-0000-4000-8000-000000000001';
const done = (of: object = {}) => ({
  outcome: { __typename: 'LetterDone', letter: { id: 'corporate-9', version: 2, status: 'DRAFT', ...of } },
});

async function serve(
  answers: object = {},
  { role = 'officer', attach }: { role?: string; attach?: (file: AttachedFile) => Promise<object> } = {},
) {
  const files: { name: string; key: string; source: string; begins: string }[] = [];
  const site = await servePages({
    add: (app, makers) =>
      addLetterPages(app, {
        ...makers,
        council: 'A Council',
        documents: {
          taken: () => Promise.reject(new Error('Nothing is asked here')),
          open: () => Promise.reject(new Error('Nothing is opened here')),
          async attach(file) {
            files.push({ ...file, begins: (await text(file.body)).slice(0, 4) });
            if (attach !== undefined) return { refused: 'The scanner does not answer.' };
            return { version: 5, documents: [{ id: `corporate-${file.key}`, name: file.name, leftOut: [] }] };
          },
        },
      }),
    answers: { CaseLettersOfCorporate: lettersAnswer(), ...answers },
    session: { role },
    now: '2026-05-13T10:00:00Z',
  });
  return { ...site, files };
}
const post = (site: Awaited<ReturnType<typeof serve>>, at: string, form: object) =>
  site.post(at, { key: KEY, version: '1', ...form });

describe('the letters of a complaint', () => {
  it('are listed, with those that fit, the suggested one first', async () => {
    const { body } = await (await serve()).get(AT);
    expect(body).toMatch(/value="ACKNOWLEDGEMENT" checked/);
    expect(body).toContain('Acknowledgement (suggested)');
    expect(body).toContain(`href="${LETTER}"`);
    expect((await (await serve({}, { role: 'analyst' })).get(AT)).statusCode).toBe(403);
    const none = await serve({ CaseLettersOfCorporate: { complaint: null } });
    for (const at of [AT, '/complaints/nobody-1/letters', `${AT}/corporate-8`])
      expect((await none.get(at)).statusCode).toBe(404);
  });

  it('are begun once a form is sent, signed by whoever begins them', async () => {
    const site = await serve({ DoBeginCorporateLetter: done() });
    const begun = await post(site, AT, { kind: 'ACKNOWLEDGEMENT' });
    expect([begun.statusCode, begun.headers.location]).toEqual([303, LETTER]);
    expect(site.asked.at(-1)?.variables).toMatchObject({ key: KEY, kind: 'ACKNOWLEDGEMENT', outcome: null });
    expect((await post(site, AT, { kind: '' })).body).toContain('Choose a letter.');
    const refused = {
      outcome: { __typename: 'LetterRefused', message: 'It does not fit.', part: 'kind', source: null },
    };
    const again = await post(await serve({ DoBeginCorporateLetter: refused }), AT, { kind: 'PANEL' });
    expect([again.statusCode, again.body.includes('It does not fit.')]).toEqual([400, true]);
  });

  it('are written by paragraph, with what law asks for, and what is missing', async () => {
    const { body } = await (await serve()).get(LETTER);
    expect(body).toContain('name="text-DEFINITION"');
    expect(body).toContain('Asked for by The Code, paragraph 6.2');
    expect(body).toContain('in the place of the square brackets');
    expect(body).toContain('1 Any Street');
  });

  it('keep what was typed where somebody else was first, and say what they wrote', async () => {
    const theirs = aLetter({ version: 7 });
    const changed = {
      outcome: { __typename: 'LetterChanged', message: 'Somebody changed it.', letter: theirs },
    };
    const site = await serve({ DoSaveCorporateLetter: changed });
    const answer = await post(site, LETTER, { do: 'save', 'text-DEFINITION': 'My <b>words</b>' });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('My &lt;b&gt;words&lt;/b&gt;');
    expect(answer.body).toContain('name="version" value="7"');
    expect(answer.body).toContain('By now:');
  });

  it('are saved, and read as they will leave', async () => {
    const site = await serve({ DoSaveCorporateLetter: done() });
    const saved = await post(site, LETTER, { do: 'save', 'text-DEFINITION': 'The bin', addressAnew: 'true' });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, `${LETTER}?read=true&did=SAVE`]);
    expect(site.asked.at(-1)?.variables).toMatchObject({ version: 1, addressAnew: true });
    const { body } = await site.get(`${LETTER}?read=true&did=SAVE`);
    expect(body).toContain('It was saved.');
    expect(body).toContain('<li>Missed again</li>');
    expect(body).toContain('The letter is a draft.');
  });

  it('are kept as PDF and Word before it is recorded that they were sent', async () => {
    const site = await serve({ DoSendCorporateLetter: done({ status: 'SENT' }) });
    const form = { do: 'send', 'on-day': '13', 'on-month': '5', 'on-year': '2026', how: 'POST' };
    expect((await post(site, LETTER, form)).headers.location).toBe(`${LETTER}?read=true&did=SEND`);
    expect(site.files).toMatchObject([
      { name: 'Acknowledgement COR-1.pdf', source: 'LETTER', begins: '%PDF' },
      { name: 'Acknowledgement COR-1.docx', source: 'LETTER', begins: 'PK\u0003\u0004' },
    ]);
    expect(site.asked.at(-1)?.variables).toMatchObject({
      ...{ key: KEY, on: '2026-05-13', how: 'POST' },
      documents: site.files.map(({ key }) => `corporate-${key}`),
    });
    const held = site.files.map(({ key }) => ({ id: `corporate-${key}` }));
    const again = await serve({
      CaseLettersOfCorporate: lettersAnswer({}, held),
      DoSendCorporateLetter: done({ status: 'SENT' }),
    });
    await post(again, LETTER, form);
    expect([again.files, again.asked.at(-1)?.variables]).toEqual([[], site.asked.at(-1)?.variables]);
  });

  it.each([
    ['a day that is to come', { 'on-day': '14' }, 'That day is still to come'],
    ['no way', { how: '' }, 'Say by which way it goes.'],
    ['an older version', { version: '0' }, 'Read it again before it leaves'],
  ])('are not kept where it cannot be sent: %s', async (_why, typed, says) => {
    const site = await serve();
    const form = { do: 'send', 'on-day': '13', 'on-month': '5', 'on-year': '2026', how: 'POST', ...typed };
    expect((await post(site, LETTER, form)).body).toContain(says);
    expect(site.files).toEqual([]);
  });

  it('say why where they cannot be kept, or nothing answers', async () => {
    const form = { do: 'send', 'on-day': '13', 'on-month': '5', 'on-year': '2026', how: 'POST' };
    const refused = await serve({}, { attach: async () => ({}) });
    expect((await post(refused, LETTER, form)).body).toContain('The scanner does not answer.');
    const lost = await serve({ DoDropCorporateLetter: new GatewayRefusal('SUBGRAPH_UNAVAILABLE', 'Down') });
    expect((await post(lost, LETTER, { do: 'drop' })).statusCode).toBe(503);
  });

  it('are approved or given back by others, and offer what is to be recorded once they are sent', async () => {
    const waiting = aLetter({
      status: 'AWAITING_APPROVAL',
      steps: [
        { step: 'APPROVE', whyNot: null },
        { step: 'RETURN', whyNot: null },
      ],
    });
    const site = await serve({
      CaseLettersOfCorporate: lettersAnswer(waiting),
      DoApproveCorporateLetter: done(),
    });
    expect((await site.get(LETTER)).body).toContain('Approve it');
    expect((await post(site, LETTER, { do: 'approve' })).statusCode).toBe(303);
    const unusable = { outcome: { __typename: 'CommandUnusable', message: 'Say what.', part: 'reason' } };
    const back = await serve({
      CaseLettersOfCorporate: lettersAnswer(waiting),
      DoReturnCorporateLetter: unusable,
    });
    expect((await post(back, LETTER, { do: 'return', reason: '' })).body).toContain('id="reason-error"');
    const sent = aLetter({ status: 'SENT', sentOn: '2026-05-13', sentHow: 'POST', steps: [] });
    const { body } = await (await serve({ CaseLettersOfCorporate: lettersAnswer(sent) })).get(LETTER);
    expect(body).toContain('/complaints/corporate-1/do/acknowledge');
    expect(body).toContain('Sent by post on 13 May 2026.');
  });

  it('are attached by what is missing of them, where something came between', async () => {
    const first = await serve({ DoSendCorporateLetter: done({ status: 'SENT' }) });
    const form = { do: 'send', 'on-day': '13', 'on-month': '5', 'on-year': '2026', how: 'POST' };
    await post(first, LETTER, form);
    const [pdf] = first.files.map(({ key }) => ({ id: `corporate-${key}` }));
    const held = pdf === undefined ? [] : [pdf];
    const again = await serve({
      CaseLettersOfCorporate: lettersAnswer({}, held),
      DoSendCorporateLetter: done({ status: 'SENT' }),
    });
    await post(again, LETTER, form);
    expect(again.files.map(({ name }) => name)).toEqual(['Acknowledgement COR-1.docx']);
  });

  it('are made of parts that ask in the name of whoever looks', () => {
    for (const part of [askLetters, keepLetter, doStep]) expect(part).toBeInstanceOf(Function);
  });
});
