import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { demonstrationPerson } from '../../../demo/people';
import { openBrowser, openPage, SCREENSHOTS, signInAs } from '../../../scripts/testing/browser';
import { startTestSite, type TestSite, UNHURRIED } from '../../../scripts/testing/running-site';
import { Efforts } from './effort';
import { Worker } from './worker';

/** A browser may have to be installed first. */
export const START_MILLIS = 300_000;
export const JOURNEY_MILLIS = 180_000;

/** To a form, and to send it. */
const MOST_CLICKS = 2;

type Given = Readonly<Record<string, unknown>>;

/** The product and its site, in which days pass, and whoever works there. */
export class Office {
  readonly efforts = new Efforts();
  private readonly workers: Worker[] = [];
  private today = '2026-06-01';
  private started: { readonly site: TestSite; readonly browser: Browser } | null = null;

  async open(): Promise<void> {
    const clock = { now: () => new Date(`${this.today}T12:00:00Z`) };
    const [site, browser] = await Promise.all([startTestSite({ ...UNHURRIED, clock }), openBrowser()]);
    this.started = { site, browser };
  }

  async close(): Promise<void> {
    await this.started?.browser.close();
    await this.started?.site.stop();
  }

  get site(): TestSite {
    if (this.started === null) throw new Error('The office is not open');
    return this.started.site;
  }

  /** Makes it noon of this day. */
  on(day: string): void {
    this.today = day;
  }

  /** Somebody of the demonstration, at work in a browser of their own. */
  async worker(person: string, hasScript: boolean): Promise<Worker> {
    if (this.started === null) throw new Error('The office is not open');
    const watched = await openPage(this.started.browser, { url: this.site.url, hasScript });
    await signInAs(watched.page, person);
    watched.complaints.splice(0);
    const worker = new Worker(watched, hasScript, this.efforts);
    this.workers.push(worker);
    return worker;
  }

  /** Everybody goes home; gives what was wrong: what their consoles said, and what took more clicks than a form wants. */
  async everybodyGoesHome(): Promise<readonly string[]> {
    const said = await Promise.all(this.workers.splice(0).map((worker) => worker.goesHome()));
    if (SCREENSHOTS !== null) await appendFile(path.join(SCREENSHOTS, 'clicks.txt'), this.efforts.lines());
    return [
      ...said.flat(),
      ...this.efforts.above(MOST_CLICKS).map((work) => `${work} takes too many clicks`),
    ];
  }

  /** Records a complaint that came in today; gives the address of its page. */
  async record(stream: string, input: Given): Promise<string> {
    const who = demonstrationPerson({ role: 'officer', subject: 'olu' });
    const { data } = await this.site.product.ask<{ said: { complaint?: { id: string } } }>(
      who,
      `mutation($key: ID!, $input: RecordComplaintInput!) {
        said: record${stream}Complaint(key: $key, input: $input) { ... on CommandDone { complaint { id } } } }`,
      { key: randomUUID(), input: { receivedOn: this.today, ...input } },
    );
    if (data.said.complaint === undefined) throw new Error('It was not recorded');
    return `/complaints/${data.said.complaint.id}`;
  }
}
