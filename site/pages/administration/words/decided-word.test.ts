import { type Answers, servePages } from '../../../testing/serve-pages';
import { addDecidedWordPages } from './decided-word';
import { decidedWordPage } from './decided-word-view';

const ID = 'closure-code/corporate-crm/uph-x';
const WORD = {
  ...{ id: ID, kind: 'CLOSURE_CODE', written: 'UPH-X', source: 'corporate-crm' },
  ...{ meaning: 'UPHELD, ANSWERED', from: '2021-04-01', version: 3, isKept: true },
};
const decision = (isNewest: boolean, isKept = true) => ({
  node: {
    ...WORD,
    isNewest,
    isKept,
    decidedBy: 'ada',
    decidedAt: '2026-11-29T12:00:00.000Z',
    reason: 'Asked',
  },
});
const pageInfo = { hasNextPage: false, endCursor: null };
const ANSWERS: Answers = {
  DecidedWord: {
    word: WORD,
    words: { totalCount: 2, edges: [decision(true), decision(false, false)], pageInfo },
  },
  WordChoices: {
    services: [],
    channels: [],
    sources: [{ name: 'corporate-crm', title: 'Corporate complaints', closureCodes: [] }],
  },
};
const PATH = '/administration/words/decided';
const CHANGE = {
  ...{ id: ID, basedOnVersion: '3', meaning: 'WITHDRAWN', reason: 'The vendor says so' },
  ...{ 'from-day': '1', 'from-month': '5', 'from-year': '2021' },
};
const done = { outcome: { __typename: 'WordMapped' } };

let served: Awaited<ReturnType<typeof servePages>>;
const serve = async (answers: Answers = {}, role = 'admin') => {
  served = await servePages({
    add: addDecidedWordPages,
    answers: { ...ANSWERS, ...answers },
    session: { role },
  });
  return served;
};
afterEach(() => served?.stop());

describe('the page of a word', () => {
  it('says what it means, and all that was decided', async () => {
    const { get } = await serve();
    const { body } = await get(`${PATH}?id=${ID}`);
    expect(body).toContain('It means <strong>Answered: Upheld</strong>.');
    expect(body).toContain('Nothing: Answered: Upheld was taken back');
    expect(body).toContain('name="basedOnVersion" value="3"');
    expect(typeof decidedWordPage).toBe('function');
  });

  it('has no meaning to take back where it was', async () => {
    const { get } = await serve({ DecidedWord: { word: { ...WORD, isKept: false }, words: null } });
    const { body } = await get(`${PATH}?id=${ID}`);
    expect(body).toContain('was taken back');
    expect(body).not.toContain('/decided/retract');
  });

  it('is there for a word that somebody decided on, and for admins', async () => {
    const { get } = await serve({ DecidedWord: { word: null, words: null } });
    for (const address of [PATH, `${PATH}?id=x`]) expect((await get(address)).statusCode).toBe(404);
    await served.stop();
    await serve({}, 'officer');
    expect((await served.get(`${PATH}?id=${ID}`)).statusCode).toBe(403);
  });

  it('takes no form of another site', async () => {
    const { post, asked } = await serve();
    for (const page of ['change', 'retract'])
      expect((await post(`${PATH}/${page}`, {}, 'x')).statusCode).toBe(403);
    expect(asked).toEqual([]);
  });
});

describe('a word', () => {
  it('is given another meaning, by the version that was read', async () => {
    const { post, asked } = await serve({ MapClosureCode: done });
    const answer = await post(`${PATH}/change`, CHANGE);
    expect(answer.headers.location).toBe('/administration/words?kind=closure-code&changed=UPH-X');
    expect(asked.at(-1)).toMatchObject({
      operation: 'MapClosureCode',
      variables: {
        ...{ source: 'corporate-crm', written: 'UPH-X', outcome: null, closureReason: 'WITHDRAWN' },
        ...{ from: '2021-05-01', reason: 'The vendor says so', basedOnVersion: 3 },
      },
    });
    const wrong = await post(`${PATH}/change`, { ...CHANGE, meaning: '', reason: '' });
    for (const field of ['meaning', 'reason']) expect(wrong.body).toContain(`<a href="#${field}">`);
  });

  it('has its meaning taken back with a reason', async () => {
    const { post, asked } = await serve({ RetractWord: done });
    const answer = await post(`${PATH}/retract`, { id: ID, basedOnVersion: '3', why: 'A mistake' });
    expect(answer.headers.location).toBe('/administration/words?kind=closure-code&changed=UPH-X');
    expect(asked.at(-1)?.variables).toEqual({ id: ID, basedOnVersion: 3, reason: 'A mistake' });
    const { body } = await post(`${PATH}/retract`, { id: ID, basedOnVersion: '3', why: '' });
    expect(body).toContain('<a href="#why">');
  });

  it('that somebody else decided on meanwhile keeps what was typed, says what it means, and goes by that', async () => {
    const outcome = {
      __typename: 'WordChanged',
      message: '“UPH-X” was decided on meanwhile.',
      word: { version: 4 },
    };
    const { post } = await serve({ MapClosureCode: { outcome }, RetractWord: { outcome } });
    const { statusCode, body } = await post(`${PATH}/change`, CHANGE);
    expect(statusCode).toBe(400);
    expect(body).toContain('“UPH-X” was decided on meanwhile.');
    expect(body).toContain('name="basedOnVersion" value="4"');
    expect(body).toContain('<option value="WITHDRAWN" selected>');
    const back = await post(`${PATH}/retract`, { id: ID, basedOnVersion: 'x', why: 'A mistake' });
    expect(back.body).toContain('name="basedOnVersion" value="4"');
  });
});
