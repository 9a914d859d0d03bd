import type { Got, Visitor } from '../../../scripts/testing/visitor';
import { fillForm } from './fill-form';
import { formsOf, type ReadForm, wordsOf } from './read-form';
import type { Steps } from './steps';

type Given = Readonly<Record<string, unknown>>;
type Fields = Parameters<Visitor['post']>[1];

/** Where somebody of the team works: they open pages and send forms, and each is a click that is noted. */
export class Desk {
  constructor(
    readonly steps: Steps,
    private readonly visitor: Visitor,
  ) {}

  open(step: string, at: string): Promise<Got> {
    return this.steps.timed(step, () => this.visitor.get(at));
  }

  /** Sends the form of a page with this typed into it. */
  fill(step: string, page: Got, { action, given }: { action: string; given: Given }): Promise<Got> {
    return this.send(step, action, fillForm(formIn(page, action), given));
  }

  send(step: string, action: string, fields: Fields): Promise<Got> {
    return this.steps.timed(step, () => this.visitor.post(action, fields));
  }
}

/** The form of a page that sends to this address. Throws, with what stands there, where the page has none. */
export function formIn(page: Got, action: string): ReadForm {
  const form = formsOf(page.html).find((each) => each.action === action);
  if (form === undefined) throw new Error(`No form ${action} at ${page.url}: ${wordsOf(page.html)}`);
  return form;
}
