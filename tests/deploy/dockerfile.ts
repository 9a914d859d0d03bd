import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../architecture/tree';

/** One instruction of a Dockerfile: its word and what follows. */
export interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** What the image of a Dockerfile's last stage is. */
export interface Image {
  readonly from: string;
  readonly user: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
  /** What is copied from this project, or from the stage `from`, to where in the image's folder. */
  readonly copies: readonly {
    readonly from: string | null;
    readonly source: string;
    readonly target: string;
  }[];
}

/** Reads the last stage of a Dockerfile that keeps to instructions of one line. */
export function readImage(file: string): Image {
  const all = fs
    .readFileSync(path.join(ROOT, file), 'utf8')
    .split('\n')
    .filter(isInstruction)
    .map(instruction);
  const last = all.slice(all.findLastIndex(({ word }) => word === 'FROM'));
  const one = (word: string) => last.findLast((each) => each.word === word)?.rest ?? '';
  const every = (word: string) => last.filter((each) => each.word === word).map(({ rest }) => rest);
  return {
    from: one('FROM'),
    user: one('USER'),
    environment: Object.fromEntries(every('ENV').map((rest) => pair(rest))),
    ports: every('EXPOSE'),
    command: JSON.parse(one('CMD')) as string[],
    healthcheck: JSON.parse(one('HEALTHCHECK').replace(/^.*? CMD /, '')) as string[],
    copies: every('COPY').flatMap(copies),
  };
}

const isInstruction = (line: string): boolean => /^[A-Z]/.test(line);

function instruction(line: string): Instruction {
  if (line.endsWith('\\'))
    throw new Error(`An instruction goes on in the next line, which is not read here: ${line}`);
  const space = line.indexOf(' ');
  return { word: line.slice(0, space), rest: line.slice(space + 1) };
}

const pair = (rest: string): [string, string] => [
  rest.slice(0, rest.indexOf('=')),
  rest.slice(rest.indexOf('=') + 1),
];

function copies(rest: string): Image['copies'] {
  const [, from = null, paths = ''] = /^(?:--from=(\w+) )?(.+)$/.exec(rest) ?? [];
  const parts = paths.split(' ');
  const target = parts.at(-1) ?? '';
  return parts.slice(0, -1).map((source) => ({
    from,
    source: source.replace(/^\/app\//, ''),
    target: target.endsWith('/') ? path.join(target, path.basename(source)) : target,
  }));
}
