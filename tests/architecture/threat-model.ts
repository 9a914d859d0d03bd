import fs from 'node:fs';
import path from 'node:path';

const KINDS = new Set(['S', 'T', 'R', 'I', 'D', 'E']);
const LINK = /\]\(\.\.\/(?<file>[^)]+)\)/g;

/** What is wrong with a threat model: threats without a test, tests that are not there, and kinds without a threat. Sentences. */
export function threatProblems(root: string, text: string): string[] {
  const threats = text
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, kind = '']) => KINDS.has(kind));
  const met = new Set(threats.map(([, kind]) => kind));
  return [
    ...[...KINDS].filter((kind) => !met.has(kind)).map((kind) => `no threat is of the kind ${kind}`),
    ...threats.flatMap(([, , threat = '', , tests = '']) => {
      const files = [...tests.matchAll(LINK)].map(({ groups }) => groups?.file ?? '');
      if (files.length === 0) return [`“${threat}” names no test`];
      return files.filter((file) => !isTest(root, file)).map((file) => `“${threat}”: ${file} is no test`);
    }),
  ];
}

const isTest = (root: string, file: string): boolean =>
  file.endsWith('.test.ts') && fs.existsSync(path.join(root, file));
