import fs from 'node:fs';
import path from 'node:path';
import { filesOf } from './stream-shape';

/** What every part that is no stream has, besides tests and generated files. Tables are one file, or a folder of them. */
const EVERY_PART = ['README.md', 'kept-data.ts', 'migrations/', 'resolvers.ts', 'subgraph.ts', 'tables'];

/** What a part has where it needs it: the context of its resolvers, what stands behind the schema's types, test helpers. */
const IF_NEEDED = ['context.ts', 'mappers.ts', 'testing'];

/**
 * How the folders of parts that are no streams (they have a subgraph.ts, and no procedure) differ from the one shape, as
 * sentences: what all have stands at the top under the same names, and all else in rooms, folders with a name that says
 * what they are about.
 */
export function oddParts(root: string): string[] {
  const subgraphs = path.join(root, 'subgraphs');
  const has = (part: string, file: string) => fs.existsSync(path.join(subgraphs, part, file));
  const parts = fs
    .readdirSync(subgraphs)
    .filter((name) => has(name, 'subgraph.ts') && !has(name, 'procedure.ts'));
  return parts.flatMap((part) => {
    const entries = filesOf(path.join(subgraphs, part));
    const names = entries.map((entry) => entry.replace(/^(tables|testing)(\.ts|\/)$/, '$1'));
    const lacking = EVERY_PART.filter((name) => !names.includes(name));
    const stray = names.filter(
      (name) => !name.endsWith('/') && !EVERY_PART.includes(name) && !IF_NEEDED.includes(name),
    );
    return [
      ...lacking.map((name) => `${part} has no ${name}`),
      ...stray.map(
        (name) => `${part} has ${name} outside a room: move it to a folder that says what it is about`,
      ),
    ];
  });
}
