import { blank } from '../cells/text';

type Cells = Readonly<Record<string, string>>;

/**
 * What is said under paths that begin with `start` (all of them, where nothing is given), whatever the order of the keys;
 * a key that is blank is as one that is not there.
 */
export function said(cells: Cells, start = ''): string[] {
  const all: string[] = [];
  for (const path in cells) {
    const value = cells[path] ?? '';
    if (path.startsWith(start) && !blank(value)) all.push(`${path.slice(start.length)}=${value}`);
  }
  return all.sort();
}
