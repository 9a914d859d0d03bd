import { COMMENTARY } from '../testing/a-report';
import type { Block } from './document';
import { printedText } from './printed-runs';
import { readCommentary } from './read-commentary';

const said = (block: Block): string => {
  if (block.kind === 'paragraph') return printedText(block.runs);
  if (block.kind === 'heading') return `${block.level} ${block.text}`;
  if (block.kind === 'list') return block.items.map(({ runs }) => printedText(runs)).join(' | ');
  return block.rows.map(({ cells }) => cells.map(({ text }) => text).join(' | ')).join(' / ');
};
const read = (text: string, above = 2): string[] => readCommentary(text, above).map(said);

describe('what somebody wrote in a report', () => {
  it('has its paragraphs, lists, headings and tables', () => {
    expect(read(COMMENTARY)).toEqual([
      'Stage 2 complaints rose sharply in four services:',
      'Greenspace | Highways, where | Refuse and recycling',
      '3 What is being done',
      'Managers are trained | See the Code (https://www.lgo.org.uk/code) and [this](javascript:alert(1))',
      '<script>alert(1)</script>',
      'Planning | 12',
    ]);
  });

  it('keeps looks, and lists within lists', () => {
    const [list] = readCommentary('1. **a** *b*\n   - `c`\n2. d', 2);
    expect(list).toEqual({
      ...{ kind: 'list', isOrdered: true, start: 1 },
      items: [
        {
          runs: [{ text: 'a', isBold: true }, { text: ' ' }, { text: 'b', isItalic: true }],
          lists: [
            {
              ...{ kind: 'list', isOrdered: false, start: 1 },
              items: [{ runs: [{ text: 'c', isCode: true }], lists: [] }],
            },
          ],
        },
        { runs: [{ text: 'd' }], lists: [] },
      ],
    });
    expect(readCommentary('7. seven', 2)).toMatchObject([{ start: 7 }]);
  });

  it('has its headings below the section’s, none skipped', () => {
    expect(read('# One\n\n#### Deep\n\n# Two', 3)).toEqual(['4 One', '5 Deep', '4 Two']);
  });

  it.each([
    ['<img src=x onerror=alert(1)>', ['<img src=x onerror=alert(1)>']],
    ['![a map](https://elsewhere.example/x.png)', ['(picture: a map)']],
    ['> quoted', ['quoted']],
    ['---', []],
    ['```\none\ntwo\n```', ['one', 'two']],
    ['\u0007a\u202Eb', ['ab']],
    ['', []],
  ])('runs nothing, fetches nothing, and loses no word: %j', (text, blocks) => {
    expect(read(text)).toEqual(blocks);
  });

  it('reads an address once, and none that leads elsewhere than by HTTP, to a mailbox or within the site', () => {
    expect(read('<https://a.example/>')).toEqual(['https://a.example/']);
    expect(read('[*one* two](https://a.example/)')).toEqual(['one two (https://a.example/)']);
    expect(read('[a](data:text/html;base64,AAAA)')).toEqual(['[a](data:text/html;base64,AAAA)']);
  });
});
