import fs from 'node:fs';
import path from 'node:path';
import { type DocumentNode, parse } from 'graphql';
import type { TrustedOperation } from '../../../gateway/operations/trusted-operation';
import { readOperations } from '../../../scripts/operations/read-operations';
import { questionsIn } from './documented-questions';

/** Something that is known to be asked, with who would have to be told. */
export interface KnownQuestion {
  readonly name: string;
  readonly file: string;
  readonly document: DocumentNode;
}

/** Folders of operations of our own; each folder of starters is a client by itself. */
const OWN_FOLDERS = ['schema/operations', 'site/operations', 'gateway/assistants/operations'];
const STARTERS = 'starters';
const PAGES = ['README.md', 'docs/how-to', STARTERS];

/** All that is asked by what stands in the product's folder: the site, assistants, the starters, and the questions that pages show. */
export function knownQuestions(root: string): KnownQuestion[] {
  const folders = [
    ...OWN_FOLDERS,
    ...foldersIn(path.join(root, STARTERS)).map((name) => `${STARTERS}/${name}`),
  ];
  return [
    ...folders.flatMap((folder) => writtenIn(path.join(root, folder), root)),
    ...PAGES.flatMap((page) => textsIn(path.join(root, page))).flatMap((file) => shownIn(file, root)),
  ];
}

/** The operations of a client's folder. */
export const writtenIn = (folder: string, root: string): KnownQuestion[] =>
  fs.existsSync(folder)
    ? readOperations(folder, { withCode: true }).map(({ name, file, text }) => ({
        ...{ name, document: parse(text) },
        file: path.relative(root, file),
      }))
    : [];

/** What was published for clients whose folders are not here. */
export const publishedIn = (file: string, operations: readonly TrustedOperation[]): KnownQuestion[] =>
  operations.map(({ name, text }) => ({ name, file, document: parse(text) }));

const foldersIn = (folder: string): string[] =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];

/** Files that are read as text, in a folder and below it, or the file itself. */
export function textsIn(place: string): string[] {
  if (!fs.existsSync(place)) return [];
  if (fs.statSync(place).isFile()) return [place];
  return fs
    .readdirSync(place, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && !name.startsWith('.'))
    .flatMap(({ name }) => textsIn(path.join(place, name)))
    .sort();
}

/** The questions that a page shows; what is no GraphQL, another test tells. */
function shownIn(file: string, root: string): KnownQuestion[] {
  const questions = questionsIn(fs.readFileSync(file, 'utf8'));
  return questions.flatMap((question, place) => {
    try {
      const document = parse(question);
      return [{ name: `question ${place + 1}`, file: path.relative(root, file), document }];
    } catch {
      return [];
    }
  });
}
