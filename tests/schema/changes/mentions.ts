import fs from 'node:fs';
import path from 'node:path';
import { inPascalCase } from '../../../gateway/odata/entity-sets';
import { inSnakeCase } from '../../../platform/records/record-set';
import { textsIn } from './known-questions';

/** A file that names a column. */
export interface Mention {
  readonly file: string;
}

/** Where files that are read by tools, and pages about them, are. */
const PLACES = ['starters', 'docs/how-to'];

/** Finds the files that name a set, as any door writes it, and one of its columns. */
export function mentionsIn(root: string): (set: string, column: string) => Mention[] {
  const texts = PLACES.flatMap((place) => textsIn(path.join(root, place))).map((file) => ({
    file: path.relative(root, file),
    text: fs.readFileSync(file, 'utf8'),
  }));
  return (set, column) =>
    texts
      .filter(({ text }) => IN_ADDRESS(set).test(text) && (column === '' || BY_ITSELF(column).test(text)))
      .map(({ file }) => ({ file }));
}

/** In an address, with its schema, or as a text: the same word in a sentence is none. */
const IN_ADDRESS = (set: string): RegExp =>
  new RegExp(`(?:exports/|v4/|\\bbi\\.|["'])(?:${namesOf(set)})(?![\\w-])`);

const BY_ITSELF = (column: string): RegExp => new RegExp(`(?<![\\w-])(?:${namesOf(column)})(?![\\w-])`);

/** `ombudsman-cases` is `ombudsman_cases` in SQL, and `OmbudsmanCases` to OData. */
const namesOf = (name: string): string =>
  [name, inSnakeCase(name).replaceAll('-', '_'), inPascalCase(name)].join('|');
