import { checkArticle, idUnusable, saysTheSame, type WrittenArticle, withSteps } from './check-article';

const TODAY = '2026-11-29';
const written = (changes: Partial<WrittenArticle> = {}): WrittenArticle => ({
  ...{ kind: 'FAQ', title: ' When? ', summary: 'Soon.', body: 'Text\n', owner: 'Head' },
  ...{ reviewDueOn: '2027-03-31', ...changes },
});
const partOf = (changes: Partial<WrittenArticle>) => {
  const checked = checkArticle(written(changes), TODAY);
  return '__typename' in checked ? checked.part : null;
};

describe('checkArticle', () => {
  it('keeps the text without spaces at its ends, for all streams where none is named', () => {
    const checked = checkArticle(written(), TODAY);
    expect(checked).toMatchObject({
      title: 'When?',
      body: 'Text',
      stream: null,
      review_due_on: '2027-03-31',
    });
  });

  it.each<[string, Partial<WrittenArticle>]>([
    ['title', { title: ' ' }],
    ['title', { title: 'x'.repeat(201) }],
    ['summary', { summary: '' }],
    ['body', { body: 'x'.repeat(100_001) }],
    ['owner', { owner: '\n' }],
    ['reviewDueOn', { reviewDueOn: '2026-11-28' }],
    ['reviewDueOn', { reviewDueOn: '2027-02-30' }],
    ['reviewDueOn', { reviewDueOn: null }],
  ])('says which part cannot be kept: %s', (part, changes) => {
    expect(partOf(changes)).toBe(part);
  });

  it('takes today as a day to be looked at again, and a body of the most characters', () => {
    expect(partOf({ reviewDueOn: TODAY, body: 'x'.repeat(100_000) })).toBeNull();
  });
});

describe('idUnusable', () => {
  it.each(['a', 'faq-1', 'what-counts-as-a-complaint'])('takes %s', (id) => {
    expect(idUnusable(id)).toBeNull();
  });
  it.each(['', 'A', 'a b', '-a', 'a-', 'a--b', '../a', 'ä', 'x'.repeat(81)])('refuses %j', (id) => {
    expect(idUnusable(id)).toMatchObject({ code: 'ARTICLE_UNUSABLE', part: 'id' });
  });
});

describe('saysTheSame', () => {
  it('sees a change of any part', () => {
    const checked = checkArticle(written({ steps: ['EXTEND', 'ANSWER', 'EXTEND'] }), TODAY);
    if ('__typename' in checked) throw new Error('the example is no article');
    const kept = withSteps(checked, null);
    expect([kept.steps, kept.enquiry_steps]).toEqual([['ANSWER', 'EXTEND'], []]);
    expect(saysTheSame(kept, { ...kept })).toBe(true);
    expect(saysTheSame(kept, { ...kept, stream: 'ADULTS' })).toBe(false);
    expect(saysTheSame(kept, { ...kept, review_due_on: '2027-04-01' })).toBe(false);
    expect(saysTheSame(kept, { ...kept, steps: ['ANSWER'] })).toBe(false);
    expect(saysTheSame(kept, { ...kept, enquiry_steps: ['REPLY'] })).toBe(false);
  });

  it('takes the steps that stand where none are said', () => {
    const checked = checkArticle(written({ enquirySteps: [] }), TODAY);
    if ('__typename' in checked) throw new Error('the example is no article');
    const standing = { steps: ['ANSWER'], enquiry_steps: ['REPLY'] };
    expect(withSteps(checked, standing)).toMatchObject({ steps: ['ANSWER'], enquiry_steps: [] });
  });
});
