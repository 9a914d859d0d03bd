import type { Locator } from 'playwright-core';

/** How somebody works a page: by the mouse, or by the keyboard alone. */
export interface Hands {
  /** Follows a link, presses a button, opens what is closed. */
  click(target: Locator): Promise<void>;
  /** Ticks a box, or chooses one of several. */
  tick(target: Locator): Promise<void>;
  /** Takes the tick out of a box. */
  untick(target: Locator): Promise<void>;
  /** Chooses from a list, by what stands there. */
  choose(list: Locator, label: string): Promise<void>;
  /** Writes into a field, in place of what stood there. */
  write(field: Locator, text: string): Promise<void>;
  /** What they could not see or reach on the way. */
  readonly wrong: readonly string[];
}

export const MOUSE: Hands = {
  click: (target) => target.click(),
  tick: (target) => target.check(),
  untick: (target) => target.uncheck(),
  choose: async (list, label) => void (await list.selectOption({ label })),
  write: (field, text) => field.fill(text),
  wrong: [],
};
