import { type Answers, servePages } from '../../testing/serve-pages';
import { approve, prepare, take } from './commands';
import { addSubjectAccess } from './subject-access';

const PAGE = '/complaints/corporate-1/subject-access';
const PREPARED = {
  ...{
    id: 'one',
    leftOut: [] as string[],
    struck: ['Other'],
    preparedBy: 'cora',
    preparedAt: '2026-11-30T09:00:00.000Z',
  },
  ...{ approvedBy: null as string | null, approvedAt: null as string | null },
};
const APPROVED = { ...PREPARED, approvedBy: 'olu', approvedAt: '2026-11-30T10:00:00.000Z' };
const of = { id: 'corporate-1', reference: '100', stream: 'CORPORATE' as const };
const answers = (prepared: readonly object[], openToCaller = true): Answers => ({
  SubjectAccess: {
    complaint: { ...of, openToCaller, stages: [], casework: null, retention: { subjectAccess: prepared } },
  },
  ComplaintPeople: {
    complaint: {
      ...{ __typename: 'CorporateComplaint', ...of },
      accounts: [
        {
          ...{ stage: 1, person: null, relationship: null, title: null, forename: 'Madeup', surname: 'Self' },
          ...{ name: null, email: null, postcode: null, summary: 'The OTHER one <b>saw</b> it.' },
        },
      ],
    },
  },
});
const KEY = 'Who complained and what was said, stage 1: Name';

let served: Awaited<ReturnType<typeof servePages>> | null = null;
const serve = async (given: Answers, { role = 'officer', streams = ['corporate'], subject = 'olu' } = {}) => {
  served = await servePages({ add: addSubjectAccess, answers: given, session: { role, streams, subject } });
  return served;
};
afterEach(() => served?.stop());

describe('the page of what a person is sent', () => {
  it('is for officers to whom the people are open, and for nobody else', async () => {
    const expected: [Answers, Parameters<typeof serve>[1], number][] = [
      [answers([]), {}, 200],
      [answers([]), { role: 'admin' }, 403],
      [answers([]), { role: 'manager' }, 403],
      [answers([]), { streams: ['adults'] }, 403],
      [answers([], false), {}, 403],
      [{ ...answers([]), SubjectAccess: { complaint: null } }, {}, 404],
    ];
    for (const [given, as, status] of expected) {
      const { get, post } = await serve(given, as);
      expect((await get(PAGE)).statusCode).toBe(status);
      if (status === 403) expect((await post(`${PAGE}/json`, { access: 'one' })).statusCode).toBe(403);
      await served?.stop();
    }
  });

  it.each(['constructor', '__proto__', 'toString', 'valueOf', 'other'])(
    'takes nothing for done by the word %s in its address',
    async (word) => {
      const { get } = await serve(answers([]));
      const { statusCode, body } = await get(`${PAGE}?done=${word}`);
      expect([statusCode, body.includes('>Kept<')]).toEqual([200, false]);
      expect((await get(`${PAGE}?done=prepare`)).body).toContain('>Kept<');
    },
  );

  it('is prepared, with what is left out and struck out a line each', async () => {
    const { post, asked } = await serve({
      ...answers([]),
      PrepareSubjectAccess: { corporate: { __typename: 'SubjectAccessSaved' } },
    });
    const { headers } = await post(`${PAGE}/prepare`, {
      command: 'c',
      leftOut: [KEY],
      'prepare-struck': 'Other\r\n\r\nOne more',
    });
    expect(headers.location).toBe(`${PAGE}?done=prepare`);
    expect(asked.at(-1)?.variables).toMatchObject({
      ...{ command: 'c', id: 'corporate-1', leftOut: [KEY], struck: ['Other', 'One more'], corporate: true },
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('says what is wrong, and keeps what was ticked and typed', async () => {
    const refused = { __typename: 'RetentionUnusable', message: 'Shorter.', part: 'struck' };
    const { post } = await serve({ ...answers([]), PrepareSubjectAccess: { corporate: refused } });
    const { statusCode, body } = await post(`${PAGE}/prepare`, { leftOut: [KEY], 'prepare-struck': 'x' });
    expect([statusCode, body.includes('id="prepare-struck-error"'), body.includes('checked')]).toEqual([
      400,
      true,
      true,
    ]);
  });

  it('is approved by somebody else than whoever prepared it, who reads it as it will leave', async () => {
    const { body } = await (await serve(answers([PREPARED]))).get(PAGE);
    for (const words of ['subject-access/approve', 'The [struck out] one', 'Nobody yet'])
      expect(body).toContain(words);
    expect(body).not.toContain('<b>saw');
    await served?.stop();
    const own = (await (await serve(answers([PREPARED]), { subject: 'cora' })).get(PAGE)).body;
    expect([own.includes('subject-access/approve'), own.includes('ask another officer')]).toEqual([
      false,
      true,
    ]);
  });

  it('leaves once it is approved, to read or for a program, and not before', async () => {
    const refused = {
      corporate: { __typename: 'SubjectAccessNotApproved', message: 'Nobody has approved this yet.' },
    };
    const early = await serve({ ...answers([PREPARED]), TakeSubjectAccess: refused });
    expect((await early.post(`${PAGE}/json`, { access: 'one' })).statusCode).toBe(400);
    await served?.stop();
    const taken = { TakeSubjectAccess: { corporate: { __typename: 'SubjectAccessSaved' } } };
    // Should the part say so of what it does not show as approved, nothing leaves.
    expect(
      (await (await serve({ ...answers([PREPARED]), ...taken })).post(`${PAGE}/html`, { access: 'one' }))
        .statusCode,
    ).toBe(404);
    await served?.stop();
    const { post, asked } = await serve({ ...answers([{ ...APPROVED, leftOut: [KEY] }]), ...taken });
    const file = await post(`${PAGE}/json`, { access: 'one' });
    expect(file.headers['content-disposition']).toBe('attachment; filename="what-is-kept-corporate-1.json"');
    expect(JSON.parse(file.body)).toEqual({
      ...{ reference: '100', approvedAt: APPROVED.approvedAt },
      parts: [
        {
          title: 'Who complained and what was said, stage 1',
          entries: [
            { name: 'Name', value: 'Left out: it tells of somebody else' },
            { name: 'What was said', value: 'The [struck out] one <b>saw</b> it.' },
          ],
        },
      ],
    });
    expect(asked.map(({ operation }) => operation)).toContain('TakeSubjectAccess');
    const page = await post(`${PAGE}/html`, { access: 'one' });
    expect(page.body).toContain('<h1>What we keep about complaint 100</h1>');
    expect(page.body).not.toMatch(/Madeup|OTHER|<b>/);
    expect((await post(`${PAGE}/pdf`, {})).statusCode).toBe(404);
    expect(new Set([prepare, approve, take]).size).toBe(3);
  });
});
