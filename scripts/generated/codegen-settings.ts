import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type DefinitionNode, parse } from 'graphql';
import { readTypeDefinitions } from '../../platform/server/type-definitions';
import { type GeneratedFile, HEADER, isThere, type Project, schemaFiles, subgraphFolders } from './project';

const HEAD = `${HEADER}#
# Each subgraph's resolver types, made from exactly the schema that it runs. A subgraph's own \`context.ts\` gives its
# \`Context\`, casework that of streams; an exported \`<Type>Mapper\` in its \`mappers.ts\` is what stands behind that type.
overwrite: true
generates:
`;

/** codegen.yml: an entry for each folder under subgraphs/ that has a schema, and one for the site. */
export function codegenSettings(project: Project): GeneratedFile {
  const names = subgraphFolders(project).filter((name) => schemaFiles(project, name, 'all').length > 0);
  return {
    path: 'codegen.yml',
    text: `${HEAD}${names.map((name) => entry(project, name)).join('')}${siteEntry(project)}`,
  };
}

function entry(project: Project, name: string): string {
  const schema = [
    ...commonFiles(project, name).map((file) => `schema/common/${file}`),
    ...schemaFiles(project, name, 'all').map((file) => `schema/${name}/${file}`),
  ];
  const mappers = mappersOf(project, name);
  return [
    `  subgraphs/${name}/__generated__/resolver-types.ts:`,
    '    schema:',
    ...schema.map((file) => `      - ${file}`),
    '    plugins: [typescript, typescript-resolvers]',
    '    config:',
    '      federation: true',
    '      useTypeImports: true',
    '      enumsAsTypes: true',
    '      useIndexSignature: true',
    '      scalars: { Date: string, DateTime: string }',
    `      contextType: ${JSON.stringify(contextOf(project, name))}`,
    ...(mappers.length === 0 ? [] : ['      mappers:', ...mappers.map((mapper) => `        ${mapper}`)]),
    '',
  ].join('\n');
}

/** The site's questions with their types, where there is a site. */
const siteEntry = ({ root }: Project): string =>
  isThere(root, 'site', 'operations')
    ? `  site/operations/__generated__/operations.ts:
    schema: schema/supergraph.graphql
    documents:
      - schema/operations/*.graphql
      - site/operations/*.graphql
    plugins: [typescript-operations, typed-document-node]
    config:
      documentMode: string
      enumsAsTypes: true
      immutableTypes: true
      useTypeImports: true
      skipTypename: true
      scalars: { Date: string, DateTime: string }
`
    : '';

/** The common files whose definitions the subgraph's schema takes in. */
function commonFiles(project: Project, name: string): string[] {
  const schemaDirectory = path.join(project.root, 'schema');
  const taken = new Set(readTypeDefinitions({ schemaDirectory, name }).definitions.map(nameOf));
  const own = new Set(definitionsIn(project, name).map(nameOf));
  return schemaFiles(project, 'common', 'all').filter((file) => {
    const names = definitionsIn(project, 'common', file).map(nameOf);
    const needed = names.some((each) => taken.has(each) && !own.has(each));
    const clash = names.find((each) => own.has(each));
    if (needed && clash !== undefined)
      throw new Error(
        `schema/${name} has its own ${clash} and needs others of schema/common/${file}. Put ${clash} there into a file of its own.`,
      );
    return needed;
  });
}

function definitionsIn(project: Project, folder: string, ...only: string[]): DefinitionNode[] {
  const files = only.length > 0 ? only : schemaFiles(project, folder, 'written');
  return files.flatMap((file) => [
    ...parse(readFileSync(path.join(project.root, 'schema', folder, file), 'utf8')).definitions.filter(
      ({ kind }) => !kind.endsWith('Extension'),
    ),
  ]);
}

const nameOf = (definition: DefinitionNode): string =>
  ('name' in definition ? definition.name?.value : undefined) ?? '';

/** What the kit gives every stream's resolvers. */
const STREAM_CONTEXT = '../../../casework/reading/loaders#StreamContext';

function contextOf({ root }: Project, name: string): string {
  const own = /^export (?:interface|type) Context\b/m.test(textOf(root, name, 'context.ts'));
  if (own) return '../context#Context';
  const isStream = isThere(root, 'subgraphs', name, 'procedure.ts');
  return isStream ? STREAM_CONTEXT : '../../../platform/server/subgraph#OperationContext';
}

function mappersOf({ root }: Project, name: string): string[] {
  const exported = textOf(root, name, 'mappers.ts').matchAll(/^export (?:interface|type) (\w+)Mapper\b/gm);
  return [...exported].map(([, type]) => `${type}: "../mappers#${type}Mapper"`);
}

const textOf = (root: string, name: string, file: string): string =>
  isThere(root, 'subgraphs', name, file)
    ? readFileSync(path.join(root, 'subgraphs', name, file), 'utf8')
    : '';
