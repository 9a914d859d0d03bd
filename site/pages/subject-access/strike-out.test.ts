import fc from 'fast-check';
import { strikeOut } from './strike-out';

const STRUCK = '[struck out]';

describe('words that are struck out', () => {
  it.each([
    ['My neighbour, Other  Person, saw it.', ['other person'], `My neighbour, ${STRUCK}, saw it.`],
    ['José Pérez', ['José Pérez'.normalize('NFD')], STRUCK],
    ['José Pérez'.normalize('NFD'), ['José Pérez'], STRUCK],
    ['Ann\u200bSmith and Sm\u00adith', ['AnnSmith', 'Smith'], `${STRUCK} and ${STRUCK}`],
    ['O’Brien, Smith‑Jones', ["O'Brien", 'Smith-Jones'], `${STRUCK}, ${STRUCK}`],
    ['Ann Smith Jones', ['Ann Smith', 'Smith Jones'], STRUCK],
    ['Nobody here', ['', ' ', 'x'], 'Nobody here'],
    ['STRAẞE', ['straße'], STRUCK],
  ])('%j without %j', (value, words, left) => {
    expect(strikeOut(value, words)).toBe(left);
  });

  it('are nowhere in what is left, and all else stands as it was written', () => {
    const word = fc.stringMatching(/^[A-Za-zé]{3,10}$/);
    const other = fc.stringMatching(/^[0-9 .,]{0,12}$/);
    fc.assert(
      fc.property(word, other, other, (struck, before, after) => {
        expect(strikeOut(`${before}${struck.toUpperCase()}${after}`, [struck])).toBe(
          `${before}${STRUCK}${after}`,
        );
      }),
    );
  });
});
