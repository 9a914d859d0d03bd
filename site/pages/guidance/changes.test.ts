import { changesBetween, isChanged } from './changes';

const lines = (count: number) => Array.from({ length: count }, (_, index) => `Line ${index}\n`).join('');

describe('what changed between two texts', () => {
  it('is told by words within lines, and lines far from it are left out', () => {
    const blocks = changesBetween(`${lines(10)}Ten days.\nEnd`, `${lines(10)}Twenty days.\nEnd\n`);
    expect(blocks).toEqual([
      { kind: 'skipped', lines: 8 },
      { kind: 'same', text: 'Line 8\nLine 9\n' },
      {
        kind: 'changed',
        pieces: [
          { kind: 'removed', text: 'Ten' },
          { kind: 'added', text: 'Twenty' },
          { kind: 'same', text: ' days.\n' },
        ],
      },
      { kind: 'same', text: 'End\n' },
    ]);
    expect(isChanged(blocks)).toBe(true);
  });

  it('is other lines where they share no more than a word', () => {
    const [block] = changesBetween('Illness or fear can be one.', 'Usually not after twelve months or one.');
    expect(block?.kind === 'changed' && block.pieces.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  it('is nothing for the same words', () => {
    expect(changesBetween('Same', 'Same\n')).toEqual([{ kind: 'same', text: 'Same\n' }]);
    expect(isChanged(changesBetween(lines(50), lines(50)))).toBe(false);
    expect(changesBetween('', '')).toEqual([]);
  });

  it('is lines that came and lines that went', () => {
    expect(changesBetween('One\n', 'One\nTwo\n').at(-1)).toEqual({
      kind: 'changed',
      pieces: [{ kind: 'added', text: 'Two\n' }],
    });
    expect(changesBetween('One\nTwo\n', 'Two\n')[0]).toEqual({
      kind: 'changed',
      pieces: [{ kind: 'removed', text: 'One\n' }],
    });
  });

  it('is told soon for texts that have nothing in common', () => {
    const text = (word: string) => Array.from({ length: 8_000 }, (_, index) => `${word} ${index}`).join('\n');
    const begun = performance.now();
    const blocks = changesBetween(text('one'), text('other'));
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(isChanged(blocks)).toBe(true);
  });
});
