import { readArticle, typedOf, versionOf } from './read-article';

const TODAY = '2026-11-29';
const form = {
  ...{
    kind: 'POLICY',
    title: ' A policy ',
    summary: 'What',
    body: 'One\r\ntwo\r\n',
    owner: 'Head',
    stream: 'ADULTS',
  },
  ...{ reviewDueOn: '2027-03-31', note: 'New', basedOnVersion: '3' },
  ...{ steps: ['ANSWER', 'toString'], enquirySteps: 'REPLY' },
};
const read = (changes: object = {}, id: string | null = 'a-policy') =>
  readArticle({ ...form, ...changes }, { id, today: TODAY });

describe('the form of an article', () => {
  it('is read with the line ends that texts are kept with', () => {
    const { typed, problems, text } = read();
    expect(problems).toEqual([]);
    expect(typed).toMatchObject({ id: 'a-policy', basedOnVersion: 3, note: 'New' });
    expect(text).toEqual({
      ...{ kind: 'POLICY', title: 'A policy', summary: 'What', body: 'One\ntwo\n', owner: 'Head' },
      ...{ stream: 'ADULTS', reviewDueOn: '2027-03-31', steps: ['ANSWER'], enquirySteps: ['REPLY'] },
    });
    expect(read({ stream: '' }).text?.stream).toBeNull();
  });

  it('makes the address of a new one from its title', () => {
    expect(read({ title: 'Dé la Rue’s: what, now?' }, null).typed.id).toBe('de-la-rues-what-now');
    expect(read({ title: 'x', id: 'mine' }, null).typed.id).toBe('mine');
    expect(read({ title: 'New' }, null).problems).toEqual([expect.objectContaining({ field: 'id' })]);
    expect(read({ title: 'a '.repeat(100) }, null).typed.id).toHaveLength(79);
  });

  it.each([
    ['kind', { kind: 'NOVEL' }],
    ['kind', { kind: ['FAQ', 'FAQ'] }],
    ['title', { title: ' ' }],
    ['summary', { summary: '' }],
    ['body', { body: '\r\n' }],
    ['owner', { owner: '' }],
    ['stream', { stream: 'HOUSES' }],
    ['reviewDueOn', { reviewDueOn: '2026-11-28' }],
    ['reviewDueOn', { reviewDueOn: '31/03/2027' }],
    ['note', { note: '  ' }],
  ])('says what is wrong with its %s, and keeps the rest', (field, changes) => {
    const { problems, text } = read(changes);
    expect(problems.map((problem) => problem.field)).toEqual([field]);
    expect(text).toBeNull();
  });

  it('says everything that is wrong at once', () => {
    expect(readArticle({}, { id: null, today: TODAY }).problems).toHaveLength(7);
  });

  it('reads a version that makes no sense as none', () => {
    for (const basedOnVersion of ['', '-1', '1e3', 'x', '99999999'])
      expect(versionOf({ basedOnVersion })).toBe(0);
  });

  it('offers a day again only while it is to come', () => {
    const standing = {
      ...{ id: 'a', kind: 'FAQ' as const, title: 'A', summary: 'S', body: 'B', owner: 'O', stream: null },
      ...{ reviewDueOn: '2027-03-31', isReviewOverdue: false, isWithdrawn: false, version: 4 },
      ...{ changedBy: null, changedAt: '2026-11-29T00:00:00Z', note: '' },
      ...{ steps: ['ANSWER' as const], enquirySteps: [] },
    };
    expect(typedOf(standing)).toMatchObject({ reviewDueOn: '2027-03-31', stream: '', basedOnVersion: 4 });
    expect(typedOf({ ...standing, isReviewOverdue: true }).reviewDueOn).toBe('');
  });
});
