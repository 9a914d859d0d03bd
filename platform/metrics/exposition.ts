import type { Family, Sample } from './metric';

/** The text format of Prometheus, version 0.0.4. */
export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Writes families in the text format. Those of which nothing was measured are described all the same. */
export function writeExposition(families: readonly Family[]): string {
  return families
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, help, type, samples }) =>
      [
        `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
        `# TYPE ${name} ${type}`,
        ...samples.map((sample) => lineOf(name, sample)),
        '',
      ].join('\n'),
    )
    .join('');
}

const lineOf = (name: string, { suffix, labels, value }: Sample): string =>
  `${name}${suffix}${labels.length === 0 ? '' : `{${labels.map(labelOf).join(',')}}`} ${numberOf(value)}`;

const labelOf = ([label, value]: readonly [string, string]): string =>
  `${label}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;

function numberOf(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? '+Inf' : '-Inf';
}
