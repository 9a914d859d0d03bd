import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { composeSupergraph } from '../../gateway/graph/composition';
import { printContract } from '../../gateway/graph/partner-contract';
import { assistantParts } from './assistant-parts';
import { codegenSettings } from './codegen-settings';
import { complaintParts } from './complaint-parts';
import { keptDataParts } from './kept-data-parts';
import { measureParts } from './measure-parts';
import { procedurePages } from './procedure-pages';
import {
  foldersIn,
  GENERATED_SCHEMA,
  type GeneratedFile,
  HEADER,
  isThere,
  type Project,
  schemaFiles,
  subgraphFolders,
} from './project';
import { siteCommandParts } from './site-command-parts';
import { siteStyle } from './site-style';

/** Writes every generated file that is committed, and removes those that nothing calls for any more. */
export function writeGenerated(project: Project): void {
  const parts = partsOf(project);
  for (const file of surplus(project, parts)) rmSync(path.join(project.root, file));
  for (const file of parts) write(project, file);
  // These are made of the parts, so they come after.
  for (const file of [codegenSettings(project), ...supergraphs(project)]) write(project, file);
}

/** The generated files that are not as they should be, by their paths. A supergraph is compared as the rest stands. */
export function staleGenerated(project: Project): string[] {
  const parts = partsOf(project);
  const stale = [...surplus(project, parts), ...differing(project, parts)];
  return stale.length > 0 ? stale : differing(project, [codegenSettings(project), ...supergraphs(project)]);
}

const partsOf = (project: Project): GeneratedFile[] => [
  ...complaintParts(project),
  ...measureParts(),
  ...keptDataParts(),
  ...procedurePages(),
  ...siteStyle(project),
];

/** The composed schema, what of it partners are told (whoever opens something to them sees it in a review), and what is asked of all of it. */
function supergraphs(project: Project): GeneratedFile[] {
  const names = subgraphFolders(project).filter((name) => schemaFiles(project, name, 'all').length > 0);
  const schemaDirectory = path.join(project.root, 'schema');
  const text = composeSupergraph({ schemaDirectory, names });
  return [
    { path: 'schema/supergraph.graphql', text },
    { path: 'schema/partner.graphql', text: `${HEADER}${printContract(text)}\n` },
    ...assistantParts(text),
    ...(isThere(project.root, 'site', 'operations') ? siteCommandParts(text) : []),
  ];
}

function surplus(project: Project, parts: readonly GeneratedFile[]): string[] {
  const expected = new Set(parts.map((file) => file.path));
  return foldersIn(path.join(project.root, 'schema'))
    .flatMap((folder) => schemaFiles(project, folder, 'all').map((file) => `schema/${folder}/${file}`))
    .filter((file) => file.includes(GENERATED_SCHEMA) && !expected.has(file));
}

function differing({ root }: Project, files: readonly GeneratedFile[]): string[] {
  return files
    .filter(
      (file) => !isThere(root, file.path) || readFileSync(path.join(root, file.path), 'utf8') !== file.text,
    )
    .map((file) => file.path);
}

function write({ root }: Project, file: GeneratedFile): void {
  mkdirSync(path.dirname(path.join(root, file.path)), { recursive: true });
  writeFileSync(path.join(root, file.path), file.text);
}
