import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { excerpt, printable } from '../../imports/kit/printable';
import type { Loaded, Refused } from '../../imports/pipeline';
import type { Fault } from '../../imports/record';

export interface Reported {
  readonly source: string;
  /** As it was given. */
  readonly file: string;
}

/** Writes the outcome as one JSON object (contract, `import --json`), fault by fault, so that any number of them fits. */
export async function reportJson(
  output: Writable,
  { source, file }: Reported,
  outcome: Loaded | Refused,
): Promise<void> {
  if (outcome.kind === 'refused') {
    const { code } = outcome;
    const message = outcome.message.split('\n').map(printable).join('\n');
    await write(output, `${JSON.stringify({ source, file, refused: { code, message } })}\n`);
    return;
  }
  const { sha256, counts, notes } = outcome;
  const head = JSON.stringify({ source, file, sha256, ...counts, notes: notes.map(printable) });
  await write(output, `${head.slice(0, -1)},"faults":[`);
  let separator = '';
  for await (const page of outcome.faults()) {
    await write(output, `${separator}${page.map((fault) => JSON.stringify(asShown(fault))).join(',')}`);
    separator = ',';
  }
  await write(output, ']}\n');
}

/** What keepers and the ledger find repeats the cell as it came. */
export function asShown(fault: Fault): Fault {
  const { value } = fault;
  const short = value === null ? null : excerpt(value);
  return short === value ? fault : { ...fault, value: short };
}

/** Writes at the pace of the reader. One that has gone away (`| head`) is no reason to stop: what is loaded is loaded. */
export async function write(output: Writable, text: string): Promise<void> {
  if (output.destroyed || output.errored) return;
  if (!output.write(text)) await once(output, 'drain').catch(() => undefined);
}
