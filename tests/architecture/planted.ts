import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Files by their path within a tree. */
export type Files = Readonly<Record<string, string>>;

/** A small tree in a directory of its own, in which a rule is to find what was planted. */
export interface PlantedTree {
  readonly root: string;
  remove(): void;
}

/** Writes `files` into a new directory. Remove it when the test is over. */
export function plant(files: Files): PlantedTree {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'planted-')));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  return { root, remove: () => fs.rmSync(root, { recursive: true, force: true }) };
}
