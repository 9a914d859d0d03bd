import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../scripts/product/root';

/** A table of a report. The first row is its header. */
export type Table = readonly (readonly string[])[];

export interface Report {
  readonly scenario: string;
  readonly title: string;
  readonly machine: readonly string[];
  /** Paragraphs and tables, in their order. */
  readonly body: readonly (string | Table)[];
}

/** Prints a report and keeps it as bench/reports/SCENARIO.md, in place of the one before. */
export function keepReport({ scenario, title, machine, body }: Report): void {
  const text = [`# ${title}`, machine.join('\n'), ...body.map((part) => asMarkdown(part))].join('\n\n');
  fs.writeFileSync(path.join(ROOT, 'bench', 'reports', `${scenario}.md`), `${text}\n`);
  process.stdout.write(`\n${text}\n`);
}

function asMarkdown(part: string | Table): string {
  if (typeof part === 'string') return part;
  const [header = [], ...rows] = part;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, place) => (place === 0 ? '---' : '---:'));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}

/** Tells on the terminal how far a scenario has come. */
export function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
