import fc from 'fast-check';
import { textWidth, wrapText } from './text-width';

const place = { width: 120, fontSize: 14, mostLines: 3 };

describe('a text', () => {
  it('is as wide as its letters', () => {
    expect(textWidth('', 14)).toBe(0);
    expect(textWidth('mm', 14)).toBeGreaterThan(textWidth('ii', 14));
    expect(textWidth('ab', 28)).toBeCloseTo(2 * textWidth('ab', 14));
    expect(textWidth('ab', 14, { isBold: true })).toBeGreaterThan(textWidth('ab', 14));
  });

  it('is broken between words', () => {
    expect(wrapText('Environmental Health & Trading Standards', { ...place, width: 130 })).toEqual([
      'Environmental',
      'Health & Trading',
      'Standards',
    ]);
    expect(wrapText('Schools', place)).toEqual(['Schools']);
    expect(wrapText('', place)).toEqual(['']);
  });

  it('is broken within a word that is too long by itself, and cut where there is no more room', () => {
    const lines = wrapText('a'.repeat(60), place);
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/^a+…$/);
  });

  it('never is wider than its place or longer than its lines, and loses nothing where it fits', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 12 });
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ');
        const lines = wrapText(text, place);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(place.width);
        const told = lines.join('').replace(/\s/g, '');
        const whole = text.replace(/\s/g, '');
        if (lines.join('').endsWith('…')) expect(whole.startsWith(told.slice(0, -1))).toBe(true);
        else expect(told).toBe(whole);
      }),
    );
  });
});
