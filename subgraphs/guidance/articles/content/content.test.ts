import { idUnusable } from '../check-article';
import { CONTENT } from './content';

const ids = CONTENT.map(({ id }) => id);

describe('the articles that come with the product', () => {
  it('have ids of their own, as people have to write them', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => idUnusable(id) !== null)).toEqual([]);
  });

  it('lead only to articles that there are', () => {
    const led = CONTENT.flatMap(({ body }) => [...body.matchAll(/\(\/guidance\/([^)#]+)/g)]);
    expect(led.length).toBeGreaterThan(3);
    expect(led.map(([, id]) => id).filter((id) => !ids.includes(id ?? ''))).toEqual([]);
  });

  it('have a policy for each stream, a guide, checklists and frequent questions', () => {
    const streams = CONTENT.filter(({ kind }) => kind === 'POLICY').map(({ stream }) => stream);
    expect(streams).toEqual(expect.arrayContaining(['ADULTS', 'CHILDRENS', 'CORPORATE', 'SCHOOLS']));
    expect(new Set(CONTENT.map(({ kind }) => kind)).size).toBe(4);
  });
});
