import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { SCREENSHOTS, type Watched } from '../../../scripts/testing/browser';
import { glances, WIDE } from '../glances';
import type { Efforts } from './effort';
import { type Answers, fillIn } from './fill-in';
import { type Hands, MOUSE } from './hands';
import { Keyboard } from './keyboard';

/** At which widths pictures of pages are taken. */
const WIDTHS = [320, 768, 1_280];

/**
 * Somebody at work: they see what stands on pages, follow links, and press buttons by their names. Where there is script they work by
 * the keyboard alone, and without it by the mouse.
 */
export class Worker {
  readonly page: Page;
  readonly hands: Hands;
  private readonly main: Locator;

  constructor(
    private readonly watched: Watched,
    readonly hasScript: boolean,
    private readonly efforts: Efforts,
  ) {
    this.page = watched.page;
    this.main = this.page.locator('main');
    this.hands = hasScript ? new Keyboard(this.page) : MOUSE;
    this.page.on('response', (response) => {
      const isPage = response.request().isNavigationRequest() && ![302, 303].includes(response.status());
      if (isPage) this.efforts.add({ pages: 1 });
    });
  }

  /** Goes to an address that they have kept. */
  async goTo(address: string): Promise<void> {
    await this.page.goto(address);
  }

  /** Follows a link, by its words. */
  async follow(name: string | RegExp): Promise<void> {
    this.efforts.add({ clicks: 1 });
    const exact = typeof name === 'string';
    await this.hands.click(
      this.page
        .getByRole('link', { name, exact })
        .or(this.main.getByRole('button', { name, exact }).and(this.page.locator('a')))
        .first(),
    );
  }

  async press(name: string): Promise<void> {
    this.efforts.add({ clicks: 1 });
    await this.hands.click(
      this.main.getByRole('button', { name, exact: true }).and(this.page.locator('button')),
    );
  }

  async fill(answers: Answers): Promise<void> {
    this.efforts.add({ fields: Object.keys(answers).length });
    await fillIn(this.main, answers, this.hands);
  }

  /** Does something to the complaint whose page is open; gives what the page says was done. */
  async does(command: string, answers: Answers = {}): Promise<string> {
    await this.asks(command, answers);
    await this.page.waitForURL(/did=/);
    this.efforts.took(command);
    return (await this.main.getByRole('alert').innerText()).replace(/^Done\s+/, '');
  }

  /** Tries something that is refused; gives what is said about it. The form stays open, with what was typed. */
  async isRefused(command: string, answers: Answers = {}): Promise<string> {
    await this.asks(command, answers);
    const said = this.main.locator('.govuk-error-summary');
    await said.waitFor();
    this.efforts.took(`${command}, refused`);
    return said.innerText();
  }

  private async asks(command: string, answers: Answers): Promise<void> {
    this.efforts.begins();
    // What asks for nothing is done by a button where it stands; else a link leads to its form.
    const button = this.main.getByRole('button', { name: command, exact: true });
    if ((await button.and(this.page.locator('button')).count()) === 0) await this.follow(command);
    await this.fill(answers);
    await this.press(command);
  }

  /** Why something cannot be done just now, as the page of the complaint says it. */
  async whyNot(command: string): Promise<string> {
    const reasons = this.main.locator('details', { hasText: 'Why others are not there' });
    if ((await reasons.getAttribute('open')) === null) await this.hands.click(reasons.locator('summary'));
    const term = reasons.locator('dt').getByText(command, { exact: true });
    return term.locator('xpath=following-sibling::dd[1]').innerText();
  }

  /** How the complaint stands: what state, for whom it waits, who has it, what is next. */
  async stands(): Promise<Readonly<Record<string, string>>> {
    const facts = this.main.locator('.stands__facts .facts__fact');
    const told = await facts.evaluateAll((all) =>
      all.map((fact) => [fact.querySelector('dt')?.textContent ?? '', fact.querySelector('dd')?.textContent]),
    );
    return Object.fromEntries(told.map(([name, value]) => [name, (value ?? '').replace(/\s+/g, ' ').trim()]));
  }

  /** All words of the page. */
  words(): Promise<string> {
    return this.main.innerText();
  }

  /** What is wrong with the page as it is (axe, width); without script nothing is looked at. Pictures are taken where they are wanted. */
  async look(name: string): Promise<readonly string[]> {
    if (!this.hasScript) return [];
    if (SCREENSHOTS !== null) await this.takePictures(path.join(SCREENSHOTS, name));
    return (await glances(this.page)).map((wrong) => `${name}: ${wrong}`);
  }

  private async takePictures(place: string): Promise<void> {
    for (const width of WIDTHS) {
      await this.page.setViewportSize({ ...WIDE, width });
      await this.page.screenshot({ path: `${place}-${width}.png`, fullPage: true });
    }
    await this.page.setViewportSize(WIDE);
  }

  /** Closes their browser; gives what its console said, but for answers of refused forms, and what their hands did not find. */
  async goesHome(): Promise<readonly string[]> {
    await this.watched.context.close();
    const said = this.watched.complaints.filter((each) => !/status of 4\d\d/.test(each));
    return [...said, ...this.hands.wrong];
  }
}
