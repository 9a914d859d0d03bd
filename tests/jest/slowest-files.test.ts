const { slowestFiles } = require('./slowest-files.cjs');

const file = (name: string, runtime: number) => ({
  testFilePath: `/project/${name}`,
  perfStats: { runtime },
});

describe('what a run tells of its files', () => {
  it('is what they took together, and the slowest first', () => {
    const files = [
      file('domain/day.test.ts', 40),
      file('site/pages.test.ts', 61_250),
      file('a.test.ts', 950),
    ];
    expect(slowestFiles(files, '/project').split('\n')).toEqual([
      '3 files took 62.2 s of all workers, the slowest of them:',
      '    61.3 s  site/pages.test.ts',
      '     0.9 s  a.test.ts',
      '     0.0 s  domain/day.test.ts',
    ]);
  });

  it('names ten, however many there are', () => {
    const files = Array.from({ length: 30 }, (_, number) => file(`${number}.test.ts`, number * 1_000));
    const [head, ...lines] = slowestFiles(files, '/project').split('\n');
    expect(head).toContain('30 files took 435.0 s');
    expect(lines.map((line: string) => line.trim().split(' ')[0])).toEqual(
      [29, 28, 27, 26, 25, 24, 23, 22, 21, 20].map((number) => `${number}.0`),
    );
  });
});
