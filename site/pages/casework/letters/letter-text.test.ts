import fc from 'fast-check';
import { textBlocks, textParts } from './letter-text';

describe('the text of a letter', () => {
  it('has lines that stand together, and lists', () => {
    expect(textParts('One\nline\n\n- a\n- b\nThen\n\n\nThe end')).toEqual([
      { kind: 'lines', lines: ['One', 'line'] },
      { kind: 'list', lines: ['a', 'b'] },
      { kind: 'lines', lines: ['Then'] },
      { kind: 'lines', lines: ['The end'] },
    ]);
    expect(textParts(' \n ')).toEqual([]);
  });

  it('is a paragraph a line in documents, and a real list', () => {
    expect(textBlocks('Dear Ada\n\n- a\tb')).toMatchObject([
      { kind: 'paragraph', runs: [{ text: 'Dear Ada' }] },
      { kind: 'list', items: [{ runs: [{ text: 'a b' }] }] },
    ]);
  });

  it('loses no word, whatever was written', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', 'word', '- item', ' - x', '-', '  two words ')), (lines) => {
        const shown = textParts(lines.join('\n')).flatMap((part) => part.lines);
        const written = lines.map((line) => line.trim().replace(/^- /, '')).filter((line) => line !== '');
        expect(shown).toEqual(written);
      }),
    );
  });
});
