import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { isLoaded } from '../../subgraphs/intake/subgraph';
import type { Schemas } from '../../subgraphs/schemas';
import { ROOT } from './root';

/** The inherited systems' extracts that the demonstration shows, in the order in which they are loaded. */
const EXTRACTS = [
  { source: 'corporate-crm', file: 'corporate-crm.csv' },
  { source: 'adults', file: 'adults-social-care.csv' },
  { source: 'childrens', file: 'childrens-cloud.jsonl' },
  { source: 'ombudsman', file: 'ombudsman-register.xlsx' },
  { source: 'calls', file: 'telephony-calls.csv' },
  { source: 'coverage', file: 'coverage.csv' },
];

const run = promisify(execFile);

/**
 * Loads the extracts that the ledger of imports does not say are loaded; one that was killed half-way is loaded whole.
 * Each import is a process of its own, as every other. Throws with what the import said when one is refused.
 */
export async function loadDemonstration(schemas: Schemas): Promise<void> {
  for (const { source, file } of EXTRACTS) {
    const extract = path.join(ROOT, 'demo', 'extracts', file);
    if (await isLoaded(schemas.of('intake'), { source, file: extract })) continue;
    process.stdout.write(`Loading the demonstration's ${file}…\n`);
    await run(process.execPath, [path.join(__dirname, '..', 'import.js'), source, extract, '--json'], {
      maxBuffer: 64 * 1024 * 1024,
    });
  }
}
