import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A project's folder: this one's, or a copy that a test made. */
export interface Project {
  readonly root: string;
}

/** A file that is written by `npm run generate` and committed. */
export interface GeneratedFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Stands in the names of generated parts of the schema. */
export const GENERATED_SCHEMA = '.generated.';

export const HEADER = '# Written by `npm run generate`; what is changed here is lost.\n';

/** Folders under subgraphs/, sorted. */
export function subgraphFolders({ root }: Project): string[] {
  return foldersIn(path.join(root, 'subgraphs')).filter((name) =>
    isThere(root, 'subgraphs', name, 'subgraph.ts'),
  );
}

/** Streams: the subgraphs that have a procedure. */
export function streamFolders(project: Project): string[] {
  return subgraphFolders(project).filter((name) => isThere(project.root, 'subgraphs', name, 'procedure.ts'));
}

/** Whether a file is there, by its path from the root. */
export const isThere = (root: string, ...parts: string[]): boolean => existsSync(path.join(root, ...parts));

/** The .graphql files of a schema folder that somebody wrote, or all of them. */
export function schemaFiles({ root }: Project, folder: string, which: 'written' | 'all'): string[] {
  const directory = path.join(root, 'schema', folder);
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((file) => file.endsWith('.graphql') && (which === 'all' || !file.includes(GENERATED_SCHEMA)))
    .sort();
}

export const foldersIn = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
