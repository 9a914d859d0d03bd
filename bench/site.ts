import type { Client } from 'pg';
import { openBrowser } from '../scripts/testing/browser';
import { loadedCouncil } from './council/loaded-council';
import { grouped } from './figures';
import { describeMachine, load } from './machine';
import { openBench } from './open-bench';
import { tell } from './report';
import { openLighthouse, PRESETS, type Scores, scoresOf } from './site/lighthouse';
import { type MainPage, mainPages } from './site/pages';
import { paintedOf } from './site/paint';
import { type SiteBench, startSiteBench } from './site/product';
import { keepSiteReport, type PaintedWay } from './site/report';
import { askAnew, type PageTimes, timesOf } from './site/times';
import { type PageWeight, weightOf } from './site/weight';

export interface BenchSite {
  /** Complaints at least. */
  readonly size: number;
  readonly runs: number;
}

/** The site's main pages: beside the questions that they ask, their weight, their scores, and when a browser shows them. */
export async function benchSite({ size, runs }: BenchSite): Promise<void> {
  const directory = await loadedCouncil(size);
  const database = await openBench(directory);
  const site = await startSiteBench(directory);
  try {
    const { client, version } = database;
    const pages = await mainPages(site);
    const times: PageTimes[] = [];
    for (const page of pages) {
      tell(`Asking for ${page.title}…`);
      times.push(await timesOf({ site, client, runs }, page));
    }
    const seen = await seenInBrowser(site, { client, pages, runs });
    const machine = [...describeMachine(version), `- ${await countsIn(client)}`];
    // Lighthouse takes minutes and may fail to install: what was measured before it is kept.
    keepSiteReport({ runs, times, ...seen, machine, scores: [] });
    keepSiteReport({ runs, times, ...seen, machine, scores: await allScores(site, pages) });
  } finally {
    await site.stop();
    await database.stop();
  }
}

interface Seen {
  readonly browser: string;
  readonly weights: readonly PageWeight[];
  readonly painted: readonly PaintedWay[];
}

async function seenInBrowser(
  site: SiteBench,
  {
    client,
    pages,
    runs,
  }: { readonly client: Client; readonly pages: readonly MainPage[]; readonly runs: number },
): Promise<Seen> {
  const browser = await openBrowser();
  const weights: PageWeight[] = [];
  const painted: PaintedWay[] = [];
  const version = browser.version();
  try {
    tell('Opening pages in a browser…');
    for (const page of pages) weights.push(await weightOf(browser, site, page));
    for (const { title, isFirst, isAnew } of WAYS) {
      const before = () => (isAnew ? askAnew(client) : Promise.resolve());
      const times = await paintedOf(browser, site, { path: '/dashboard', runs, isFirst, before });
      painted.push({ title, times, load: load() });
    }
  } finally {
    await browser.close();
  }
  return { browser: `Chromium ${version}`, weights, painted };
}

const WAYS = [
  { title: 'first visit, counted anew', isFirst: true, isAnew: true },
  { title: 'styles and scripts kept, counted anew', isFirst: false, isAnew: true },
  { title: 'styles and scripts kept, nothing new', isFirst: false, isAnew: false },
] as const;

async function allScores(site: SiteBench, pages: readonly MainPage[]): Promise<Scores[]> {
  const lighthouse = openLighthouse();
  const scores: Scores[] = [];
  for (const preset of PRESETS) {
    for (const page of pages.filter(({ isScored }) => isScored)) {
      tell(`Lighthouse (${preset}) looks at ${page.title}…`);
      scores.push(await scoresOf(lighthouse, site, { page, preset }));
    }
  }
  return scores;
}

async function countsIn(client: Client): Promise<string> {
  const { rows } = await client.query<{ complaints: number; stages: number; cases: number }>(
    `select (select count(*) from insight.complaint_fact)::int as complaints,
       (select count(*) from insight.stage_fact)::int as stages,
       (select count(*) from insight.ombudsman_case_fact)::int as cases`,
  );
  const [{ complaints, stages, cases } = { complaints: 0, stages: 0, cases: 0 }] = rows;
  return `${grouped(complaints)} complaints with ${grouped(stages)} stages, ${grouped(cases)} ombudsmen's cases`;
}
