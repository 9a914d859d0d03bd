import fs from 'node:fs';
import path from 'node:path';

/** What a stream's folder holds, besides tests and generated files: docs/how-to/add-a-stream.md. */
export const STREAM_FILES = [
  'README.md',
  'live-procedure.ts',
  'live/',
  'mappers.ts',
  'migrations/',
  'procedure.ts',
  'report.ts',
  'resolvers.ts',
  'retention.ts',
  'subgraph.ts',
  'tables.ts',
];

/** What a stream has only where it records something of its own about live complaints. */
const FURTHER_FILES = ['live-own.ts', 'own-input.ts'];

/** What the folders of streams (those with a procedure) lack or have too much of, as sentences. */
export function oddStreams(root: string): string[] {
  const subgraphs = path.join(root, 'subgraphs');
  const streams = fs
    .readdirSync(subgraphs)
    .filter((name) => fs.existsSync(path.join(subgraphs, name, 'procedure.ts')));
  return streams.flatMap((stream) => {
    const files = filesOf(path.join(subgraphs, stream));
    return [
      ...STREAM_FILES.filter((file) => !files.includes(file)).map((file) => `${stream} has no ${file}`),
      ...files
        .filter((file) => ![...STREAM_FILES, ...FURTHER_FILES].includes(file))
        .map((file) => `${stream} alone has ${file}`),
    ];
  });
}

/** What a folder holds besides tests and generated files; a folder ends with a slash. */
export function filesOf(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.endsWith('.test.ts') && name !== '__generated__')
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
}
