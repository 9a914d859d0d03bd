import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../architecture/tree';
import { readYaml, type Yaml } from './yaml';

/** A service as docker-compose.yml describes it, as far as we use it. */
export interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly command?: unknown;
}

export interface Compose {
  readonly services: Readonly<Record<'database' | 'product', Service>>;
  readonly volumes: Readonly<Record<string, null>>;
}

const SOURCE = fs.readFileSync(path.join(ROOT, 'docker-compose.yml'), 'utf8');

/** The names of the variables that docker-compose.yml takes from its environment file. */
export const composeVariables = (): string[] => [
  ...new Set([...SOURCE.matchAll(/\$\{(\w+)/g)].map(([, name]) => name ?? '')),
];

/**
 * docker-compose.yml with the variables put into its values, as `docker compose` does after it has read the file.
 * Throws where a required one is missing.
 */
export function readCompose(variables: Readonly<Record<string, string>>): Compose {
  return filled(readYaml(SOURCE), variables) as unknown as Compose;
}

function filled(value: Yaml, variables: Readonly<Record<string, string>>): Yaml {
  if (value === null) return null;
  if (typeof value === 'string') return filledText(value, variables);
  if (isList(value)) return value.map((item) => filled(item, variables));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, variables)]));
}

const isList = (value: Yaml): value is readonly Yaml[] => Array.isArray(value);

function filledText(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind: string, other = '') => {
    const value = variables[name] ?? '';
    if (value !== '') return value;
    if (kind === '?') throw new Error(`${name}: ${other}`);
    return other;
  });
}

/** A file of settings, `NAME=value` a line. */
export function readEnvironmentFile(file: string): Record<string, string> {
  const lines = fs.readFileSync(path.join(ROOT, file), 'utf8').split('\n');
  return Object.fromEntries(
    lines
      .filter((line) => /^\w+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}
