import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Further Node.js programs to start the product with, divided as PATH is. */
const NODES_VARIABLE = 'TEST_NODES';

/** A Node.js that the product may be started with. */
interface Node {
  readonly program: string;
  /** Such as 24. */
  readonly major: number;
}

const OLDEST_MAJOR = 20;
/** What a Node.js is called: node, node24, node-24, nodejs. */
const NAME = /^node(?:js)?[-@]?\d*(?:\.exe)?$/;

/**
 * This process's Node.js, and one of each further major version that is named by `TEST_NODES` or found on the path. Throws
 * for a name that is none, which would otherwise be left out in silence.
 */
export function nodesHere(environment: NodeJS.ProcessEnv = process.env): Node[] {
  const named = places(environment[NODES_VARIABLE]).map((program) => {
    const major = majorOf(program);
    if (major === null) throw new Error(`${NODES_VARIABLE} names ${program}, which is no Node.js`);
    return { program, major };
  });
  const found = places(environment.PATH)
    .flatMap((folder) => namesIn(folder).map((name) => path.join(folder, name)))
    .map((program) => ({ program, major: majorOf(program) ?? 0 }));
  const own = { program: process.execPath, major: Number(process.versions.node.split('.')[0]) };
  const byMajor = new Map<number, Node>();
  for (const node of [own, ...named, ...found])
    if (node.major >= OLDEST_MAJOR && !byMajor.has(node.major)) byMajor.set(node.major, node);
  return [...byMajor.values()];
}

const places = (text = ''): string[] => text.split(path.delimiter).filter((place) => place !== '');

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder).filter((name) => NAME.test(name));
  } catch {
    return [];
  }
}

function majorOf(program: string): number | null {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  const [, major] = /^v(\d+)\.\d+\.\d+/.exec(stdout ?? '') ?? [];
  return major === undefined ? null : Number(major);
}
