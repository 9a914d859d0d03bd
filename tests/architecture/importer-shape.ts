import fs from 'node:fs';
import path from 'node:path';

/** What every inherited system's folder holds: imports/README.md. Further files are for what only it has. */
export const IMPORTER_FILES = ['columns.ts', 'map.test.ts', 'map.ts', 'source.ts'];

/** Folders of `imports/` that are no system. */
const SHARED = new Set(['cells', 'formats', 'kit', 'pipeline']);

/** What the folders of inherited systems lack, and those that the list of sources does not name, as sentences. */
export function oddImporters(root: string): string[] {
  const imports = path.join(root, 'imports');
  const listed = fs.readFileSync(path.join(imports, 'sources.ts'), 'utf8');
  const systems = fs
    .readdirSync(imports, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !SHARED.has(entry.name))
    .map(({ name }) => name);
  return systems.flatMap((system) => {
    const files = fs.readdirSync(path.join(imports, system));
    return [
      ...IMPORTER_FILES.filter((file) => !files.includes(file)).map((file) => `${system} has no ${file}`),
      ...(listed.includes(`'./${system}/source'`) ? [] : [`${system} is not listed in imports/sources.ts`]),
    ];
  });
}
