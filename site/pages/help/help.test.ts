import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROLES } from '../../../platform/identity/roles';
import { toursFor } from './tours';
import { WORDS } from './words';

describe('the help', () => {
  it('says what to try in each role there is, one’s own first', () => {
    for (const role of ROLES) {
      const [own, ...others] = toursFor(role);
      expect([own?.role, own?.isOwn]).toEqual([role, true]);
      expect(own?.steps.length).toBeGreaterThan(0);
      expect(others.some(({ isOwn }) => isOwn)).toBe(false);
    }
    expect(toursFor('nobody').filter(({ isOwn }) => isOwn)).toEqual([]);
    expect(
      toursFor('analyst')
        .map(({ role }) => role)
        .sort(),
    ).toEqual([...ROLES].sort());
  });

  it('leads to pages of this site, and names nobody in an address', () => {
    const hrefs = toursFor('analyst').flatMap(({ steps }) => steps.map(({ href }) => href));
    for (const href of hrefs) expect(href).toMatch(/^\/[a-zA-Z_/?=-]*$/);
  });

  it('explains words that the glossary has, each once', () => {
    const words = WORDS.map(({ word }) => word);
    expect(new Set(words).size).toBe(words.length);
    const glossary = readFileSync(path.join(__dirname, '../../../docs/glossary.md'), 'utf8');
    const own = new Set([
      'open',
      'better, worse, about the same',
      'half, and nine of ten, answered within',
      'age',
    ]);
    const unknown = words.filter(
      (word) => !own.has(word) && word.split(', ').some((each) => !glossary.includes(`**${each}**`)),
    );
    expect(unknown).toEqual([]);
  });
});
