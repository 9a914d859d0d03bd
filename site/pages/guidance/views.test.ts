import { articleView } from './article-view';
import { editView } from './edit-view';
import { readFindQuestion } from './find-question';
import { foundView, homeView } from './home-view';
import { NOTHING_TYPED, typedOf } from './read-article';
import { article, listed } from './testing';
import { versionsView, versionView } from './versions-view';

describe('what pages of the guidance show', () => {
  it('of an article: its own stream’s procedure, and contents where it is long', () => {
    const view = articleView(article(), { isKeeper: false, did: undefined });
    expect(view.procedure).toEqual({ name: 'Adult social care', href: '/procedures/adults' });
    expect([view.contents, view.done, view.isChecklist]).toEqual([[], null, false]);
    const given = { stream: null, kind: 'CHECKLIST', changedBy: null } as const;
    const seeded = articleView(article(given), { isKeeper: true, did: 'saved' });
    expect([seeded.procedure, seeded.note, seeded.isChecklist]).toEqual([null, null, true]);
    expect(seeded.done).toContain('Saved');
  });

  it('of the whole: the guide for beginners apart, and of each kind no more than is listed', () => {
    const some = listed(article({ id: 'answer-a-complaint-at-stage-1' }), article({ id: 'other' }));
    const many = { ...some, totalCount: 300 };
    const answer = { guides: some, checklists: some, policies: some, questions: many, overdue: many };
    const view = homeView(answer, { isKeeper: true, problems: [] });
    expect([view.first?.id, view.guides.map(({ id }) => id)]).toEqual([
      'answer-a-complaint-at-stage-1',
      ['other'],
    ]);
    expect(view.moreQuestions).toEqual({ text: 'All 300 questions', href: '/guidance?kind=FAQ' });
    expect(view.more).toEqual([]);
    expect(view.keeping?.says).toBe('300 articles are');
    expect(homeView(answer, { isKeeper: false, problems: [] }).keeping).toBeNull();
  });

  it('of a search: its words, and the way to its next page', () => {
    const question = readFindQuestion({ q: 'money', kind: 'FAQ' });
    const found = { ...listed(article()), totalCount: 51, pageInfo: { hasNextPage: true, endCursor: 'x' } };
    const view = foundView({
      question,
      place: { after: null, number: 1 },
      found,
      nearly: null,
      isKeeper: false,
    });
    expect([view.heading, view.says]).toEqual(['Guidance on “money”', '51 articles']);
    expect(view.links.nextHref).toBe('/guidance?q=money&kind=FAQ&after=x&page=2');
  });

  it('of a form: what is wrong by its field, and how what stands by now differs', () => {
    const problems = [{ field: 'note', says: 'Say why.' }];
    const fresh = editView({ isNew: true, typed: NOTHING_TYPED, problems });
    expect([fresh.title, fresh.says, fresh.backHref]).toEqual([
      'Error: Write a new article',
      { note: 'Say why.' },
      '/guidance',
    ]);
    const typed = { ...typedOf(article()), title: 'Mine' };
    const { conflict } = editView({ isNew: false, typed, changedTo: article({ version: 3 }) });
    expect(conflict?.parts).toEqual([{ name: 'Title', is: 'A policy', typed: 'Mine' }]);
    expect(conflict?.changes).toBeNull();
  });

  it('of versions: which stands, and what each made otherwise', () => {
    const versions = [article(), article({ version: 1, owner: 'Before', isWithdrawn: true })];
    expect(versionsView({ ...article(), versions }).rows.map(({ stands }) => stands)).toEqual([true, false]);
    const view = versionView({ ...article(), versions }, 2);
    expect(view?.changedParts).toEqual([
      { name: 'Owner', was: 'Before', is: 'Head' },
      { name: 'In the lists', was: 'No: withdrawn', is: 'Yes' },
    ]);
    expect([view?.body, view?.after, view?.before?.version]).toEqual([null, null, 1]);
    expect(versionView({ ...article(), versions }, 3)).toBeNull();
  });
});
