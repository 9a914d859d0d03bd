import type { Locator, Page } from 'playwright-core';
import type { Hands } from './hands';

/** So many things a page may have to go through; what comes later nobody would reach. */
const MOST_TABS = 200;

/**
 * Works a page by the keyboard alone: to the content by the link that skips what stands before it, from one thing to the next by Tab, and
 * there by Enter, Space, arrows and letters. Notes each thing on the way whose focus cannot be seen. Throws where something
 * is not reached.
 */
export class Keyboard implements Hands {
  private readonly unseen = new Set<string>();

  constructor(private readonly page: Page) {}

  get wrong(): string[] {
    return [...this.unseen];
  }

  async click(target: Locator): Promise<void> {
    await this.reach(target);
    const leaves = await target.evaluate(leadsOn);
    await Promise.all([leaves && this.page.waitForEvent('load'), this.page.keyboard.press('Enter')]);
  }

  async tick(target: Locator): Promise<void> {
    if (await target.isChecked()) return;
    const group = await target.evaluate((box) => (box instanceof HTMLInputElement ? box.type : ''));
    if (group === 'radio') await this.reachOneOf(target);
    else await this.reach(target);
    if (!(await target.isChecked())) await this.page.keyboard.press('Space');
  }

  async untick(target: Locator): Promise<void> {
    await this.reach(target);
    if (await target.isChecked()) await this.page.keyboard.press('Space');
  }

  async choose(list: Locator, label: string): Promise<void> {
    await this.reach(list);
    const steps = await list.evaluate((select, wanted) => {
      if (!(select instanceof HTMLSelectElement)) return null;
      const place = [...select.options].findIndex(({ text }) => text.trim() === wanted);
      return place < 0 ? null : place - select.selectedIndex;
    }, label);
    if (steps === null) throw new Error(`There is no "${label}" to choose at ${this.page.url()}`);
    for (let step = 0; step < Math.abs(steps); step += 1)
      await this.page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.reach(field);
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.insertText(text);
  }

  /** Of several of which one is chosen, Tab leads to one and arrows to the others. */
  private async reachOneOf(target: Locator): Promise<void> {
    const name = await target.getAttribute('name');
    await this.reach(target, this.page.locator(`input[type="radio"][name="${name}"]`));
    for (let press = 0; press < MOST_TABS && !(await hasFocus(target)); press += 1)
      await this.page.keyboard.press('ArrowDown');
  }

  /** Goes on by Tab until `target` has the focus, or one of `instead`. */
  private async reach(target: Locator, instead: Locator = target): Promise<void> {
    await target.waitFor();
    const isIn = async () => (await instead.evaluateAll(holdsFocus)) || hasFocus(target);
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await isIn()) return;
      await this.page.keyboard.press('Tab');
      await this.look();
      if ((await this.page.evaluate(isSkipLink)) && (await target.evaluate(isContent)))
        await this.page.keyboard.press('Enter');
    }
    throw new Error(`The keyboard does not reach ${target} at ${this.page.url()}`);
  }

  private async look(): Promise<void> {
    const unseen = await this.page.evaluate(unseenFocus);
    if (unseen !== null)
      this.unseen.add(`${new URL(this.page.url()).pathname}: the focus is not seen: ${unseen}`);
  }
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

const holdsFocus = (elements: Element[]): boolean =>
  elements.some((element) => element === document.activeElement);

const isSkipLink = (): boolean => document.activeElement?.classList.contains('govuk-skip-link') ?? false;

const isContent = (element: Element): boolean => element.closest('main') !== null;

/** Whether another page comes of it: a link elsewhere, or a form that is sent. */
const leadsOn = (element: Element): boolean => element.matches('a:not([href^="#"]), button');

/** What has the focus, where nobody can see that it has: no line, no shadow, or outside the window. */
function unseenFocus(): string | null {
  const { activeElement: there } = document;
  if (there === null || there === document.body) return null;
  const label = there.id === '' ? null : document.querySelector(`label[for="${there.id}"]`);
  const shown = [getComputedStyle(there), ...(label === null ? [] : [getComputedStyle(label, '::before')])];
  const isMarked = shown.some(
    ({ outlineStyle, outlineWidth, boxShadow }) =>
      (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
  );
  const { top, bottom, width } = there.getBoundingClientRect();
  const isInside = bottom > 0 && top < window.innerHeight && width > 0;
  return isMarked && isInside
    ? null
    : `${there.tagName} ${there.id || (there.textContent ?? '').trim().slice(0, 40)}`;
}
