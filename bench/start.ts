import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readPidFile } from '../platform/postgres/embedded/pid-file';
import { ROOT } from '../scripts/product/root';
import { median, spread } from './figures';
import { describeMachine, load } from './machine';
import { keepReport, type Table, tell } from './report';

export interface StartBench {
  /** How often the warm start is measured; the first start of a clone is measured once. */
  readonly runs: number;
  /** Of whoever measures: where npm gets its packages may stand there. */
  readonly environment: NodeJS.ProcessEnv;
}

const POLL_MILLIS = 5;
const PATIENCE_MILLIS = 10 * 60_000;

/** Milliseconds since the command was given, by the step that was then done. */
type Steps = Readonly<Record<string, number>>;

/** `npm start` on a clean clone, then again when everything is there; each step as it is seen from outside. */
export async function benchStart({ runs, environment }: StartBench): Promise<void> {
  const clone = await cleanClone();
  try {
    tell('The first start of a clean clone…');
    const first = await start(clone, environment);
    const firstLoad = load();
    const warm: Steps[] = [];
    for (let run = 1; run <= runs; run += 1) {
      tell(`A warm start (${run} of ${runs})…`);
      warm.push(await start(clone, environment));
    }
    keepReport({
      scenario: 'start',
      title: 'npm start: the first of a clean clone, and a warm one',
      machine: [
        ...describeMachine('as installed'),
        `- load ${firstLoad} after the first start, ${load()} after the last`,
      ],
      body: ['## First start', firstTable(first), '## Warm start', warmTable(warm), NOTES],
    });
  } finally {
    fs.rmSync(clone, { recursive: true });
  }
}

/** What is committed, without anything installed, generated or built. */
async function cleanClone(): Promise<string> {
  const clone = await mkdtemp(path.join(os.tmpdir(), 'bench-start-'));
  fs.chmodSync(clone, 0o755);
  execFileSync('git', ['clone', '--quiet', ROOT, clone]);
  return clone;
}

async function start(clone: string, environment: NodeJS.ProcessEnv): Promise<Steps> {
  const home = path.join(clone, '.data');
  const begun = performance.now();
  const child = spawn(process.execPath, [path.join('scripts', 'run.cjs'), 'start'], {
    cwd: clone,
    env: { ...environment, DATA_DIR: home, DATABASE_URL: '', GATEWAY_PORT: '0', SITE_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = heard(child);
  const signs: Record<string, () => boolean> = {
    installing: () => said().includes('Installing'),
    building: () => said().includes('Building'),
    starting: () => fs.existsSync(home),
    database: () => readPidFile(path.join(home, 'postgres'))?.status === 'ready',
    loading: () => said().includes('Loading'),
    ready: () => said().includes('ready'),
  };
  const steps: Record<string, number> = {};
  while (steps.ready === undefined) {
    for (const [step, isDone] of Object.entries(signs)) {
      if (steps[step] === undefined && isDone()) steps[step] = performance.now() - begun;
    }
    const over = child.exitCode !== null || performance.now() - begun > PATIENCE_MILLIS;
    if (over) throw new Error(`The product did not start. It said: ${said().slice(-2_000)}`);
    await delay(POLL_MILLIS);
  }
  await stopped(child);
  return steps;
}

function heard(child: ChildProcess): () => string {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return () => said;
}

async function stopped(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  if ((await ended) !== 0) throw new Error('The product did not stop cleanly');
}

/** A step lasts from the sign of the one before to its own. */
const FIRST_STEPS: readonly [step: string, from: string | null, to: string][] = [
  ['look for what is installed', null, 'installing'],
  ['install packages', 'installing', 'building'],
  ['generate types and compile', 'building', 'starting'],
  ['make and start the database', 'starting', 'database'],
  ['migrate, seed, start the subgraphs', 'database', 'loading'],
  ['load the demonstration, start the gateway', 'loading', 'ready'],
];

function firstTable(steps: Steps): Table {
  const seconds = (from: string | null, to: string) =>
    (((steps[to] ?? Number.NaN) - (from === null ? 0 : (steps[from] ?? Number.NaN))) / 1000).toFixed(1);
  return [
    ['step', 'seconds'],
    ...FIRST_STEPS.map(([step, from, to]) => [step, seconds(from, to)]),
    ['in all', seconds(null, 'ready')],
  ];
}

function warmTable(warm: readonly Steps[]): Table {
  const row = (step: string, from: string | null, to: string) => {
    const seconds = warm.map((steps) => ((steps[to] ?? 0) - (from === null ? 0 : (steps[from] ?? 0))) / 1000);
    return [step, median(seconds).toFixed(2), spread(seconds, 2)];
  };
  return [
    ['step', 'seconds, median', 'from–to'],
    row('check that all is installed and built, start the database', null, 'database'),
    row('check migrations and seeds, start the subgraphs and the gateway', 'database', 'ready'),
    row('in all', null, 'ready'),
  ];
}

const NOTES = `Steps are told apart by what the command prints and by the files that the database writes, looked for
every ${POLL_MILLIS} ms. Installing depends on the network and on npm's own cache, which was as it is on this machine.`;
