import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TOOLS, type Tool } from './tools';

/** A starter file as it stands in `starters/`, by its place in the tool's folder. */
export interface StarterFile {
  readonly place: string;
  readonly text: string;
}

/** A tool with its page and its files, before this installation's places are in them. */
export interface KnownTool extends Tool {
  readonly steps: string;
  readonly files: readonly StarterFile[];
}

/** Reads every tool's page and files below `root`. Throws at the start where one is missing. */
export function readTools(root: string): readonly KnownTool[] {
  return TOOLS.map((tool) => ({
    ...tool,
    steps: readFileSync(path.join(root, 'docs', 'how-to', `connect-${tool.id}.md`), 'utf8'),
    files: filesIn(path.join(root, 'starters', tool.id)),
  }));
}

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
