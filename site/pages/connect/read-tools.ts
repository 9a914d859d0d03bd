import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GUIDES, TOOLS, type Tool } from './tools';

/** A starter file as it stands in `starters/`, by its place in the tool's folder. */
export interface StarterFile {
  readonly place: string;
  readonly text: string;
}

/** A tool with its page and its files, before this installation's places are in them. */
export interface KnownTool extends Tool {
  /** Its how-to page, by its name and what it says. */
  readonly page: string;
  readonly steps: string;
  readonly files: readonly StarterFile[];
}

/** Reads every tool's page and files below `root`. Throws at the start where one is missing. */
export function readTools(root: string): readonly KnownTool[] {
  return TOOLS.map((tool) => ({
    ...tool,
    ...pageIn(root, `connect-${tool.id}`),
    files: filesIn(path.join(root, 'starters', tool.id)),
  }));
}

/** Reads the pages of what has no starter file, likewise. */
export function readGuides(root: string): readonly KnownTool[] {
  return GUIDES.map((guide) => ({ ...guide, ...pageIn(root, guide.id), files: [] }));
}

const pageIn = (root: string, page: string) => ({
  page,
  steps: readFileSync(path.join(root, 'docs', 'how-to', `${page}.md`), 'utf8'),
});

function filesIn(folder: string): StarterFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      place: path.relative(folder, file).replaceAll(path.sep, '/'),
      text: readFileSync(file, 'utf8'),
    }));
}
