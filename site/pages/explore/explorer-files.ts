import { createHash } from 'node:crypto';

/** One of the explorer's files. */
export interface ExplorerFile {
  readonly type: string;
  readonly content: string;
}

/** The files that GraphiQL is made of, by their address: it holds a hash of them, and changes whenever they do. */
export interface ExplorerFiles {
  /** Where each is. */
  readonly at: Readonly<Record<'css' | 'js' | 'editorWorkerService' | 'json' | 'graphql', string>>;
  file(address: string): ExplorerFile | null;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';
const HASH_CHARACTERS = 12;

/** Below which address they are. */
export const FILES_PATH = '/explore/files/';

let kept: ExplorerFiles | null = null;

/** Reads them when somebody opens the explorer for the first time, and keeps them: they are nine megabytes. */
export function explorerFiles(): ExplorerFiles {
  kept ??= readFiles();
  return kept;
}

function readFiles(): ExplorerFiles {
  const graphiql: typeof import('@graphql-yoga/render-graphiql/graphiql') = require('@graphql-yoga/render-graphiql/graphiql');
  const files = new Map<string, ExplorerFile>();
  const keep = (name: string, type: string, content: string): string => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, HASH_CHARACTERS);
    const address = `${FILES_PATH}${hash}.${name}`;
    files.set(address, { type, content });
    return address;
  };
  const at = {
    css: keep('css', STYLE, graphiql.css),
    js: keep('js', SCRIPT, graphiql.js),
    editorWorkerService: keep('editor.js', SCRIPT, graphiql.editorWorkerService),
    json: keep('json.js', SCRIPT, graphiql.jsonWorker),
    graphql: keep('graphql.js', SCRIPT, graphiql.graphqlWorker),
  };
  return { at, file: (address) => files.get(address) ?? null };
}
