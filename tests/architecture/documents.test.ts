import { deadLinks, decisionProblems, missingPlaces } from './documents';
import { type Files, plant } from './planted';
import { productFiles, ROOT } from './tree';

const words = 'It was measured, and this is what it showed and what it costs. '.repeat(9);
const decision = (number: number, decided = words) =>
  `# ${number}. A choice\n\nDate: 2026-11-23\n\n## Status\n\nAccepted\n\n## Context\n\n${words}\n\n` +
  `## Decision\n\n${decided}\n\n## Consequences\n\n${words}\n`;
const index = (...files: string[]) => files.map((file) => `- [It](${file})\n`).join('');

function problemsIn(files: Files): string[] {
  const tree = plant(files);
  const problems = decisionProblems(tree.root);
  tree.remove();
  return problems;
}

describe('the decisions', () => {
  it('are numbered, whole and listed', () => {
    expect(decisionProblems(ROOT)).toEqual([]);
  });

  const good: Files = {
    'docs/decisions/README.md': index('0001-first.md', '0002-second.md'),
    'docs/decisions/0001-first.md': decision(1),
    'docs/decisions/0002-second.md': decision(2),
  };

  it('are held to be right when they are', () => {
    expect(problemsIn(good)).toEqual([]);
  });

  it.each<[string, Files, string]>([
    ['an empty file', { 'docs/decisions/0002-second.md': '' }, 'too little'],
    [
      'an empty part',
      { 'docs/decisions/0002-second.md': decision(2, '') },
      'says nothing under “## Decision”',
    ],
    ['no date', { 'docs/decisions/0002-second.md': decision(2).replace('Date', 'When') }, 'no line “Date'],
    ['a number that is taken', { 'docs/decisions/0001-third.md': decision(1) }, 'number that another'],
    [
      'a heading with another number',
      { 'docs/decisions/0002-second.md': decision(3) },
      'does not begin with',
    ],
    ['a name without a number', { 'docs/decisions/Third.md': decision(3) }, 'is not named'],
    [
      'a file that the index lacks',
      { 'docs/decisions/README.md': index('0001-first.md') },
      'not in the index',
    ],
    [
      'a file that is too long',
      { 'docs/decisions/0002-second.md': `${decision(2)}\n`.repeat(9) },
      'longer than',
    ],
  ])('are seen to have %s', (_what, change, problem) => {
    expect(problemsIn({ ...good, ...change }).join('\n')).toContain(problem);
  });
});

describe('links in the documents', () => {
  it('lead somewhere', () => {
    expect(deadLinks(ROOT, productFiles())).toEqual([]);
  });

  it('are seen to be dead', () => {
    const files = {
      'README.md':
        '[a](docs/a.md) [b](docs/gone.md) [c](docs/a.md#two-words) [d](docs/a.md#three) [e](#here)\n# Here\n',
      'docs/a.md': '# Two words!\n[up](../README.md) [away](https://example.org/gone) `[code](gone.md)`\n',
    };
    const tree = plant(files);
    expect(deadLinks(tree.root, Object.keys(files))).toEqual([
      'README.md: docs/gone.md',
      'README.md: docs/a.md#three',
    ]);
    tree.remove();
  });
});

describe('places that the documents name', () => {
  it('are there', () => {
    expect(missingPlaces(ROOT, productFiles())).toEqual([]);
  });

  it('are seen to be gone', () => {
    const files = {
      'docs/a.md':
        'See `casework/reading/read-stages.ts`, `casework/`, `casework/gone.ts`, `npm start` and `either/or`.\n',
      'casework/reading/read-stages.ts': '',
    };
    const tree = plant(files);
    expect(missingPlaces(tree.root, Object.keys(files))).toEqual(['docs/a.md: casework/gone.ts']);
    tree.remove();
  });
});
