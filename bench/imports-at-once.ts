import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { childEnvironment } from '../platform/config/child-environment';
import { ROOT } from '../scripts/product/root';
import { grouped, median, spread } from './figures';
import { describeMachine, load } from './machine';
import { removeDirectory } from './open-bench';
import { benchPath, environmentOf } from './place';
import { keepReport, type Table, tell } from './report';
import { benchSource, extractOf } from './sources';

export interface ImportsAtOnceBench {
  /** Rows of the large file; the small one has a tenth. */
  readonly rows: number;
  readonly runs: number;
}

/** From the sending of both files, in seconds. */
interface Ended {
  readonly small: number;
  readonly large: number;
}

const POLL_MILLIS = 50;
const PATIENCE_MILLIS = 20 * 60_000;
const AT_ONCE = [1, 2] as const;

/** A large file and a small one of another system, sent one after the other: loaded one at a time, and side by side. */
export async function benchImportsAtOnce({ rows, runs }: ImportsAtOnceBench): Promise<void> {
  const files = {
    large: await extractOf(benchSource('corporate-crm'), rows),
    small: await extractOf(benchSource('adults'), rows / 10),
  };
  const measured = new Map<number, Ended[]>(AT_ONCE.map((atOnce) => [atOnce, []]));
  const loads: string[] = [];
  for (let run = 1; run <= runs; run += 1) {
    for (const atOnce of AT_ONCE) {
      tell(`Loading ${atOnce} at a time (${run} of ${runs})…`);
      measured.get(atOnce)?.push(await measure(atOnce, files));
      loads.push(load());
    }
  }
  keepReport({
    scenario: 'imports-at-once',
    title: 'Two imports of different systems, one at a time and side by side',
    machine: [...describeMachine('as installed'), `- load at the end of each, in turns: ${loads.join(', ')}`],
    body: [asTable(measured, rows), NOTES],
  });
}

async function measure(atOnce: number, files: { large: string; small: string }): Promise<Ended> {
  const directory = benchPath('imports-at-once');
  removeDirectory(directory);
  const environment = { ...childEnvironment(), ...environmentOf(directory), IMPORTS_AT_ONCE: String(atOnce) };
  const product = spawn(process.execPath, [path.join(ROOT, 'scripts', 'run.cjs'), 'start'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(product);
    const token = execFileSync(process.execPath, [path.join(ROOT, 'scripts', 'run.cjs'), 'token', 'admin'], {
      env: environment,
      encoding: 'utf8',
    }).trim();
    return await endOf({ url, token }, files);
  } finally {
    const ended = new Promise((resolve) => product.once('exit', resolve));
    product.kill('SIGINT');
    await ended;
    removeDirectory(directory);
  }
}

/** Where the gateway answers, once the product says that it is ready. */
async function addressOf(product: ChildProcess): Promise<string> {
  let said = '';
  product.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const begun = performance.now();
  for (;;) {
    const found = /(http:\/\/localhost:\d+)\/graphql/.exec(said)?.[1];
    if (found !== undefined && said.includes('ready')) return found;
    const over = product.exitCode !== null || performance.now() - begun > PATIENCE_MILLIS;
    if (over) throw new Error(`The product did not start. It said: ${said.slice(-2_000)}`);
    await delay(POLL_MILLIS);
  }
}

interface Sending {
  readonly url: string;
  readonly token: string;
}

/** Sends the large file and then the small one, and waits for the end of each. */
async function endOf(to: Sending, { large, small }: { large: string; small: string }): Promise<Ended> {
  const begun = performance.now();
  const jobs = [await send(to, 'corporate-crm', large), await send(to, 'adults', small)];
  const [largeEnds, smallEnds] = await Promise.all(jobs.map((job) => ended(to, job, begun)));
  return { large: largeEnds ?? Number.NaN, small: smallEnds ?? Number.NaN };
}

async function send({ url, token }: Sending, source: string, file: string): Promise<string> {
  const answer = await fetch(`${url}/imports/${source}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: fs.readFileSync(file),
  });
  const { id } = (await answer.json()) as { id?: string };
  if (id === undefined) throw new Error(`The file of ${source} was not taken: ${answer.status}`);
  return id;
}

async function ended({ url, token }: Sending, job: string, begun: number): Promise<number> {
  for (;;) {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ job(id: "${job}") { state } }` }),
    });
    const { data } = (await answer.json()) as { data: { job: { state: string } | null } };
    const state = data.job?.state;
    if (state === 'DONE') return (performance.now() - begun) / 1000;
    if (state !== 'WAITING' && state !== 'WORKING') throw new Error(`An import ended as ${state}`);
    if (performance.now() - begun > PATIENCE_MILLIS) throw new Error('An import does not end');
    await delay(POLL_MILLIS);
  }
}

function asTable(measured: ReadonlyMap<number, readonly Ended[]>, rows: number): Table {
  const cell = (seconds: readonly number[]) => `${median(seconds).toFixed(1)} (${spread(seconds, 1)})`;
  const large = `large file ended, s (${grouped(rows)} rows)`;
  const small = `small file ended, s (${grouped(rows / 10)} rows)`;
  return [
    ['at a time', large, small, 'both ended, s'],
    ...[...measured].map(([atOnce, all]) => [
      String(atOnce),
      cell(all.map((each) => each.large)),
      cell(all.map((each) => each.small)),
      cell(all.map((each) => Math.max(each.large, each.small))),
    ]),
  ];
}

const NOTES = `Seconds are from the sending of the large file, which is sent first, to the end of each job: the whole product in one
process with an empty database, as \`npm start\` runs it. One at a time is \`IMPORTS_AT_ONCE=1\`. Median, and from–to; the ways take turns.`;
