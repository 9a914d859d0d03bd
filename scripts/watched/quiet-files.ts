import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

/** A file that has stayed as it is for long enough. */
export interface QuietFile {
  readonly source: string;
  /** Its path in the folder: the source's folder and its name. */
  readonly watched: string;
  readonly name: string;
  /** Changes when the file does. */
  readonly version: string;
}

interface Known {
  readonly version: string;
  readonly since: number;
}

/** What is still being written, or is no extract: hidden files, and those that programs write before they rename them. */
const NOT_YET = /^\.|~$|\.(?:part|partial|tmp|temp|crdownload|filepart)$/iu;

/** Remembers since when each file has been as it is. */
export function createQuietFiles(quietMillis: number, now: () => number = Date.now) {
  let known = new Map<string, Known>();
  return {
    /** The files in the folders of these sources that have not changed for so long. */
    async look(folder: string, sources: readonly string[]): Promise<QuietFile[]> {
      const found = new Map<string, Known>();
      const quiet: QuietFile[] = [];
      for (const file of await filesIn(folder, sources)) {
        const { watched, version } = file;
        const before = known.get(watched);
        const since = before?.version === version ? before.since : now();
        found.set(watched, { version, since });
        if (now() - since >= quietMillis) quiet.push(file);
      }
      known = found;
      return quiet;
    },
  };
}

async function filesIn(folder: string, sources: readonly string[]): Promise<QuietFile[]> {
  const files: QuietFile[] = [];
  for (const source of sources) {
    for (const name of await namesIn(path.join(folder, source))) {
      const watched = `${source}/${name}`;
      const version = await versionOf(path.join(folder, watched));
      if (version !== null) files.push({ source, watched, name, version });
    }
  }
  return files;
}

/** What changes when a file does; null where it is none. */
export async function versionOf(file: string): Promise<string | null> {
  const found = await lstat(file).catch(() => null);
  return found?.isFile() ? `${found.size}:${found.mtimeMs}:${found.ino}` : null;
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => !NOT_YET.test(name)).sort();
}
