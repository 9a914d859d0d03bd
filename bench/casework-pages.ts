import type { Client } from 'pg';
import { openBrowser } from '../scripts/testing/browser';
import { madeUpId, makeUpLiveCases } from './casework/live-cases';
import { grouped } from './figures';
import { describeMachine, load } from './machine';
import { openBench, removeDirectory } from './open-bench';
import { benchPath } from './place';
import { keepReport, tell } from './report';
import type { MainPage } from './site/pages';
import { paintedOf } from './site/paint';
import { personOf, type SiteBench, startSiteBench } from './site/product';
import { type PaintedWay, paintedTable, timesTable } from './site/report';
import { type PageTimes, timesOf } from './site/times';

export interface CaseworkPages {
  /** Live complaints. */
  readonly size: number;
  readonly runs: number;
}

/** Has the work of one of the fifty officers who are made up, and sees all streams. */
const OFFICER = personOf('officer', 'olu');
const TAKES_OVER = `update corporate.live_case set assigned_to = '${OFFICER.subject}' where assigned_to = 'officer-1'`;

const COMPLAINT = `/complaints/${madeUpId(1)}`;
const LATE_PAGE = 41;

/** The pages of those who work on complaints, with many live ones: beside the questions that they ask, and in a browser. */
export async function benchCaseworkPages({ size, runs }: CaseworkPages): Promise<void> {
  const directory = benchPath('casework-pages');
  removeDirectory(directory);
  const database = await openBench(directory);
  const site = await startSiteBench(directory, OFFICER);
  try {
    const { client, version } = database;
    await makeUpLiveCases(client, 1, size);
    await client.query(TAKES_OVER);
    await client.query('vacuum analyze corporate.live_case');
    const pages = await pagesOf(site);
    const times = await timesOfAll(pages, { site, client, runs });
    const seen = await seenInBrowser(site, pages, runs);
    const machine = [...describeMachine(version), `- ${grouped(size)} live complaints`, `- ${seen.browser}`];
    keepReport({
      scenario: 'casework-pages',
      title: 'Pages of live complaints, beside what they ask',
      machine,
      body: [
        '## Server time',
        timesTable(times, 'anew'),
        NOTES,
        '## In a browser',
        paintedTable(seen.painted),
      ],
    });
  } finally {
    await site.stop();
    await database.stop();
    removeDirectory(directory);
  }
}

async function pagesOf(site: SiteBench): Promise<readonly MainPage[]> {
  return [
    ...LISTS.map((list) => ({ title: `worklist ${list}`, path: `/casework?list=${list}` })),
    { title: `worklist ALL_OPEN, page ${LATE_PAGE}`, path: await latePath(site) },
    { title: 'complaint', path: COMPLAINT },
    { title: 'a form: note', path: `${COMPLAINT}/do/note` },
    { title: 'a form: assign', path: `${COMPLAINT}/do/assign` },
  ];
}

const LISTS = ['MINE', 'UNASSIGNED', 'DUE_SOON', 'OVERDUE', 'WAITING', 'ALL_OPEN'] as const;

/** Where the 41st page of a list is, or its last: by the links, as somebody would come there. */
async function latePath(site: SiteBench): Promise<string> {
  let path = '/casework?list=ALL_OPEN';
  for (let page = 2; page <= LATE_PAGE; page += 1) {
    const [, next] = NEXT.exec(await site.getHeard(path)) ?? [];
    if (next === undefined) return path;
    path = next.replaceAll('&amp;', '&');
  }
  return path;
}

const NEXT = /rel="next" href="([^"]+)"/;

async function timesOfAll(
  pages: readonly MainPage[],
  measuring: { readonly site: SiteBench; readonly client: Client; readonly runs: number },
): Promise<PageTimes[]> {
  const times: PageTimes[] = [];
  for (const page of pages) {
    tell(`Asking for ${page.title}…`);
    times.push(await timesOf(measuring, page));
  }
  return times;
}

/** Opens a worklist, a complaint and a form as people do who were on another page before. */
async function seenInBrowser(site: SiteBench, pages: readonly MainPage[], runs: number) {
  const browser = await openBrowser();
  const painted: PaintedWay[] = [];
  try {
    for (const { title, path } of pages.filter((page) => !page.title.includes('page '))) {
      tell(`Opening ${title} in a browser…`);
      const before = () => Promise.resolve();
      const times = await paintedOf(browser, site, { path, runs, isFirst: false, before });
      painted.push({ title, times, load: load() });
    }
    return { browser: `Chromium ${browser.version()}`, painted };
  } finally {
    await browser.close();
  }
}

const NOTES = `Milliseconds over HTTP, medians, page and questions in turns. The whole product and its site run in one process, as by npm start.
"Questions alone" are the page's own, sent to the gateway in the way in which the page sends them. "Own" is what the page adds.`;
