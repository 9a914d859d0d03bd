import { type FinancialYear, parseFinancialYear } from '../../../domain/calendar/financial-year';
import type { Refused } from '../../../platform/server/refusal';
import { MEASURES, type Measure } from '../figures/catalogue/measure-catalogue';
import type { KnownParts } from '../figures/parts';
import { directorateIdOf, serviceOf } from './names';

/** A target as somebody wants to set it. */
export interface TargetInput {
  readonly measure: Measure;
  readonly financialYear: string;
  readonly stream?: string | null | undefined;
  readonly stage?: number | null | undefined;
  readonly directorate?: string | null | undefined;
  readonly service?: string | null | undefined;
  readonly value: number;
  readonly tolerance: number;
  readonly source: string;
}

/** A target that can be set. */
export interface CheckedTarget {
  readonly measure: Measure;
  readonly financialYear: FinancialYear;
  readonly stream: string | null;
  readonly stage: number | null;
  readonly directorateId: string | null;
  readonly serviceId: string | null;
  readonly value: number;
  readonly tolerance: number;
  readonly source: string;
}

export interface TargetUnusable extends Refused<'TargetUnusable'> {
  readonly part: keyof TargetInput;
}

const MOST = 1_000_000_000;
const MOST_SOURCE = 1_000;
/** How a rate's tolerance is written: of a hundred. */
const MOST_POINTS = 100;

const unusable = (part: keyof TargetInput, message: string): TargetUnusable => ({
  __typename: 'TargetUnusable',
  code: 'TARGET_UNUSABLE',
  ...{ message, part },
});

/** The target with what its names stand for, or why it cannot be set: the first part that is in the way. */
export function checkTarget(target: TargetInput, known: KnownParts): CheckedTarget | TargetUnusable {
  const { measure, value, tolerance } = target;
  const source = target.source.trim();
  const financialYear = parseFinancialYear(target.financialYear);
  const place = placeOf(target, known);
  const refused = measureUnusable(measure) ?? stageUnusable(target.stage ?? null, known);
  if (refused !== null) return refused;
  if (financialYear === null) return unusable('financialYear', 'Write the year as 2021-22.');
  if ('code' in place) return place;
  const number = numbersUnusable(target);
  if (number !== null) return number;
  if (source.length === 0 || source.length > MOST_SOURCE)
    return unusable('source', `Say where the target was decided, or why, in 1 to ${MOST_SOURCE} characters.`);
  const { stream = null, stage = null } = target;
  return { measure, financialYear, stream, stage, ...place, value, tolerance, source };
}

function measureUnusable(measure: Measure): TargetUnusable | null {
  const { polarity, title } = MEASURES[measure];
  if (polarity !== 'NEITHER') return null;
  return unusable(
    'measure',
    `“${title}” says how much there was, and neither more nor less of it is better: nothing could meet a target of it. Take a measure with a better way, such as the share that was answered in time.`,
  );
}

function stageUnusable(stage: number | null, { lastStage }: KnownParts): TargetUnusable | null {
  if (stage === null || (stage >= 1 && stage <= (lastStage ?? stage))) return null;
  return unusable('stage', `Stages are numbered from 1${lastStage === null ? '' : ` to ${lastStage}`}.`);
}

function placeOf(
  { directorate, service }: TargetInput,
  known: KnownParts,
): TargetUnusable | Pick<CheckedTarget, 'directorateId' | 'serviceId'> {
  if (directorate && service)
    return unusable(
      'directorate',
      'Name a directorate or a service, not both: a service is in its directorate.',
    );
  const serviceId = service ? (serviceOf(service, known)?.id ?? null) : null;
  if (service && serviceId === null)
    return unusable('service', 'There is no service of that name. Take one that the list of services has.');
  const directorateId = directorate ? directorateIdOf(directorate, known) : null;
  if (directorate && directorateId === null)
    return unusable('directorate', 'There is no directorate of that name. Take one that has services.');
  return { directorateId, serviceId };
}

/** Whether the numbers can be told apart from others and be reached: a rate lies between 0 and 1, a count is whole. */
function numbersUnusable({ measure, value, tolerance }: TargetInput): TargetUnusable | null {
  const { unit } = MEASURES[measure];
  if (unit === 'RATE' && !(value >= 0 && value <= 1))
    return unusable('value', 'A rate lies between 0 and 1, which is 0 % to 100 %.');
  if (!(value >= 0 && value <= MOST)) return unusable('value', 'Write a number of 0 or more.');
  if (unit === 'COUNT' && !Number.isInteger(value))
    return unusable('value', 'Write a whole number: it counts.');
  const most = unit === 'RATE' ? MOST_POINTS : MOST;
  if (tolerance >= 0 && tolerance <= most) return null;
  return unusable(
    'tolerance',
    unit === 'RATE'
      ? 'Write 0 to 100 points: by so much the target may be missed and is amber. 0 knows no amber.'
      : 'Write 0 or more: by so much the target may be missed and is amber. 0 knows no amber.',
  );
}
