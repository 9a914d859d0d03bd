import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { SourceName } from '../imports/sources';
import { childEnvironment } from '../platform/config/child-environment';
import { ROOT } from '../scripts/product/root';
import { timed } from './figures';
import { environmentOf } from './place';

/** What an import took. */
export interface MeasuredImport {
  /** From the start of its process to its end: reading, loading, and the figures brought up to date. */
  readonly millis: number;
  /** Of the importer alone, the database's memory apart. */
  readonly peakBytes: number;
  /** Processor time of the importer alone. */
  readonly cpuMillis: number;
  readonly read: number;
  readonly loaded: number;
}

/** Imports a file by the command, as a process of its own, into the database that runs in a data directory. */
export async function measuredImport({
  directory,
  source,
  file,
}: {
  directory: string;
  source: SourceName;
  file: string;
}): Promise<MeasuredImport> {
  const peakFile = `${directory}.peak`;
  const said = `${directory}.json`;
  const { millis } = await timed(() => run({ directory, source, file, peakFile, said }));
  const used = JSON.parse(fs.readFileSync(peakFile, 'utf8')) as Pick<
    MeasuredImport,
    'peakBytes' | 'cpuMillis'
  >;
  const counts = countsIn(fs.readFileSync(said, 'utf8'));
  for (const made of [peakFile, said]) fs.rmSync(made);
  return { millis, ...used, ...counts };
}

interface Run {
  readonly directory: string;
  readonly source: SourceName;
  readonly file: string;
  readonly peakFile: string;
  readonly said: string;
}

async function run({ directory, source, file, peakFile, said }: Run): Promise<void> {
  const program = path.join(ROOT, 'dist', 'scripts', 'import.js');
  const args = ['-r', path.join(ROOT, 'bench', 'peak-memory.cjs'), program, source, file, '--json'];
  const output = fs.openSync(said, 'w');
  const child = spawn(process.execPath, args, {
    env: { ...childEnvironment(), ...environmentOf(directory), PEAK_MEMORY_FILE: peakFile },
    stdio: ['ignore', output, 'inherit'],
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  fs.closeSync(output);
  if (code !== 0)
    throw new Error(`The import ended with ${code}: ${fs.readFileSync(said, 'utf8').slice(0, 500)}`);
}

/** The counts stand before the faults, of which there may be many. */
function countsIn(json: string): Pick<MeasuredImport, 'read' | 'loaded'> {
  const of = (name: string) => Number(new RegExp(`"${name}":(\\d+)`).exec(json)?.[1]);
  return { read: of('read'), loaded: of('loaded') };
}
