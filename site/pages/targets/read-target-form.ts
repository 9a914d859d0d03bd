import { keysOf } from '../../../platform/tables/keys-of';
import { STREAMS } from '../../filters/parts';
import { textsIn } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import type {
  TargetInput,
  TargetLineFragment,
  TargetNamesQuery,
} from '../../operations/__generated__/operations';
import type { Form } from '../../server/check-form';

type Definition = NonNullable<TargetNamesQuery['measureDefinitions']>[number];

/** The fields of the form, each of which keeps what was typed. */
const FIELDS = [
  'id',
  'basedOnVersion',
  'measure',
  'financialYear',
  'stream',
  'stage',
  'directorate',
  'service',
  'value',
  'tolerance',
  'source',
] as const;

/** What the form says, field by field. */
export type TypedTarget = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

/** What the form asks for: null where something is in the way. */
export interface ReadTarget {
  readonly typed: TypedTarget;
  readonly problems: readonly Problem[];
  readonly target: TargetInput | null;
  readonly basedOnVersion: number;
}

const REQUIRED = {
  measure: 'Choose a measure. One that has no better way, such as how many were received, has no target.',
  financialYear: 'Write the financial year, such as 2021-22.',
  stage: 'Write the number of a stage, such as 1; nothing for all of them.',
  value: 'Write a number, such as 90.',
  tolerance: 'Write a number; 0 where it may not be missed at all.',
  source: 'Say where it was decided, or why: whoever asks later will want to know.',
} as const;

/** A rate is typed in per cent. */
const PER_CENT = 100;

/** Nobody could say what the measures mean: a rate is not told from a count. */
const LOST: Problem = {
  field: null,
  says: 'The part of the service that keeps targets does not answer just now. What you typed is still here: save it again in a minute.',
};

/** Reads the form of a target. A rate is typed in per cent, and its tolerance in points. */
export function readTargetForm(form: Form, definitions: readonly Definition[] | null): ReadTarget {
  const typed = textsIn(form, FIELDS);
  const basedOnVersion = Number.parseInt(typed.basedOnVersion, 10) || 0;
  const definition = definitions?.find(({ measure }) => measure === typed.measure);
  const problems = problemsOf(typed, definition);
  if (definitions === null) return { typed, problems: [LOST], target: null, basedOnVersion };
  if (problems.length > 0 || definition === undefined)
    return { typed, problems, target: null, basedOnVersion };
  return { typed, problems, target: targetInput(definition, typed), basedOnVersion };
}

type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;

function problemsOf(typed: Typed, definition: Definition | undefined): Problem[] {
  const missing: Readonly<Record<keyof typeof REQUIRED, boolean>> = {
    measure: definition === undefined,
    financialYear: typed.financialYear === '',
    stage: typed.stage !== '' && !Number.isInteger(numberIn(typed.stage)),
    value: numberIn(typed.value) === null,
    tolerance: numberIn(typed.tolerance) === null,
    source: typed.source === '',
  };
  return keysOf(REQUIRED)
    .filter((field) => missing[field])
    .map((field) => ({ field, says: REQUIRED[field] }));
}

function targetInput({ measure, unit }: Definition, typed: Typed): TargetInput {
  const { financialYear, directorate, service, source } = typed;
  const value = numberIn(typed.value) ?? 0;
  return {
    ...{ measure, financialYear, source },
    stream: STREAMS.find((code) => code === typed.stream) ?? null,
    stage: numberIn(typed.stage),
    ...{ directorate: directorate || null, service: service || null },
    value: unit === 'RATE' ? inParts(value) : value,
    tolerance: numberIn(typed.tolerance) ?? 0,
  };
}

/** A number of per cent as a share, without what binary fractions add. */
const inParts = (percent: number): number => Number((percent / PER_CENT).toPrecision(12));

/** A number as people type it: "90", "92.5 %", "1,200"; null for nothing and for what is none. */
function numberIn(text: string): number | null {
  const plain = text.replace(/%$/, '').replaceAll(/[\s,\u00a0]/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** The form filled with a target as it stands: a rate in per cent. */
export function typedOf(target: TargetLineFragment): TypedTarget {
  const { definition, value } = target;
  const shown = definition.unit === 'RATE' ? Number((value * PER_CENT).toPrecision(12)) : value;
  return {
    ...{ id: target.id, basedOnVersion: String(target.version), measure: definition.measure },
    ...{ financialYear: target.financialYear, stream: target.stream ?? '', source: target.source },
    stage: target.stage === null ? '' : String(target.stage),
    ...{ directorate: target.directorate ?? '', service: target.service ?? '' },
    ...{ value: String(shown), tolerance: String(target.tolerance) },
  };
}
