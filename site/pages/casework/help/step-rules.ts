import type {
  CaseEvent,
  LiveProcedureShownFragment,
  Stream,
} from '../../../operations/__generated__/operations';
import { procedureHref } from '../../procedures/paths';
import { rolesWords } from '../commands/why-not';
import { lawWords } from '../law-words';

type Version = LiveProcedureShownFragment['versions'][number];

/** What a procedure says of a step, and where the whole of it stands: null where no page has it. */
export interface StepRules {
  readonly says: readonly string[];
  readonly limits: readonly { readonly title: string; readonly text: string; readonly law: string }[];
  readonly whole: { readonly href: string; readonly text: string } | null;
}

/** What the procedure of a stage says of a step: where it may be done, by whom, what comes of it, and the limits of the stage. */
export function stepRules(version: Version, event: CaseEvent, stream: Stream): StepRules {
  const titles = new Map(version.states.map(({ name, title }) => [name, title]));
  return {
    says: version.events
      .filter((rule) => rule.event === event)
      .map(({ from, roles, leadsTo }) => {
        const where = from.map((name) => `“${titles.get(name) ?? name}”`).join(', ');
        const by = `for ${rolesWords(roles)} to do`;
        return `${where === '' ? 'At any time' : `Where it stands at ${where}`}: ${by}. It leads to: ${leadsTo}.`;
      }),
    limits: version.limits.map(({ title, text, source }) => ({ title, text, law: lawWords(source) })),
    whole: {
      href: `${procedureHref(stream)}#live-${version.stage}-${version.inForceFrom}`,
      text: `The whole procedure: ${version.title}, with the law behind it`,
    },
  };
}
