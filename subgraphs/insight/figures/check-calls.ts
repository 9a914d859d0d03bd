import { badInput } from '../../../counting/bad-input';
import { keysOf } from '../../../platform/tables/keys-of';
import type { Asked } from './asked-figures';
import { CALLS_OFFERED } from './catalogue/counted-facts';
import type { Measure } from './catalogue/measure-catalogue';
import type { CheckedFilter } from './filter';
import { TIME } from './question';
import type { Dimension } from './stage-dimensions';

interface Dividing {
  readonly by?: readonly Dimension[];
  readonly filter: CheckedFilter;
}

/** What of a question no export of calls says anything about, as the caller wrote it; null where calls can answer it all. */
function untoldOfCalls({ by = [], filter }: Dividing): readonly [argument: string, what: string] | null {
  const dimension = by.find((one) => !TIME.includes(one));
  if (dimension !== undefined) return ['by', dimension];
  const { days: _, ...parts } = filter;
  const part = keysOf(parts).find((name) => (parts[name] ?? null) !== null);
  return part === undefined ? null : [`where.${part}`, part];
}

/** Whether calls can be counted for a question: they are known by their day alone. */
export const canTellCalls = (question: Dividing): boolean => untoldOfCalls(question) === null;

/**
 * Throws BAD_USER_INPUT where calls alone are asked by what no export says of them: every answer would be null. Beside other
 * measures they are null, so that whoever asks for all of them at once gets the others.
 */
export function refuseUntoldCalls(measures: readonly Measure[], question: Dividing): void {
  const untold = untoldOfCalls(question);
  if (untold === null || measures.length === 0 || measures.some((measure) => measure !== 'CALLS')) return;
  const [argument, what] = untold;
  throw badInput(
    argument,
    `asks for calls by ${what}, and no export says that of a call: divide them by ${TIME.join(', ')} and narrow them by days alone, ask for measures of complaints or of ombudsmen's cases by ${what}, or divide calls by group with \`calls(by: [GROUP])\`.`,
  );
}

/** Throws BAD_USER_INPUT for the list of what calls counts: there is no record of a single call here. */
export function refuseListOfCalls(measure: Measure): void {
  if (measure !== 'CALLS') return;
  throw badInput(
    'measure',
    'is CALLS, and telephone calls are counted by day: there is no list of them. `calls(by: [GROUP, MONTH])` has all that figures know of them; ask here for a measure of complaints or of ombudsmen’s cases.',
  );
}

/** What is asked without calls where nothing is known of them. */
export function withoutUntoldCalls(asked: Asked, question: Dividing): Asked {
  if (canTellCalls(question)) return asked;
  return {
    ...asked,
    kinds: asked.kinds.filter((facts) => facts !== CALLS_OFFERED),
    counts: asked.counts.filter((count) => count !== 'CALLS'),
  };
}
