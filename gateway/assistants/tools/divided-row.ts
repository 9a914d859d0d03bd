import { dayParts } from '../../../domain/figures/days';
import {
  ageBandName,
  closureReasonName,
  findingName,
  ombudsmanName,
  routeName,
  stageName,
  streamName,
} from '../../../domain/figures/names';
import type { Valued } from '../figure-words';
import type { Definition } from '../models';
import { toldText } from '../told-text';
import type { Vocabulary } from '../vocabulary';

/** A row as the graph tells it. */
type Row = Readonly<Record<string, unknown>>;

/** What a row is of; a name out of records as it is told. */
export function plainIn(row: Row, field: string): string | number | null {
  const value = row[field];
  if (typeof value === 'string') return toldText(value);
  return typeof value === 'number' ? value : null;
}

const NAMES: Readonly<Record<string, (code: string | null) => string>> = {
  STREAM: (stream) => (stream === null ? 'No stream of the council' : streamName(stream)),
  STAGE: (stage) => (stage === null ? 'No stage' : stageName(Number(stage))),
  OUTCOME: findingName,
  ROUTE: routeName,
  CLOSURE_REASON: closureReasonName,
  OMBUDSMAN: ombudsmanName,
  AGE_BAND: ageBandName,
  MONTH: (day) => (day === null ? 'No month' : `${dayParts(day).month} ${dayParts(day).year}`),
};

/** What a row is of, in words. */
export function nameOf(dimension: string, value: string | number | null): string {
  const text = value === null ? null : String(value);
  return NAMES[dimension]?.(text) ?? text ?? 'Not recorded';
}

/** A measure's value in a row, and of a share what it was divided from. */
export function valuedIn(
  row: Row,
  { measure, numeratorMeasures, denominatorMeasures }: Definition,
  { fieldOf }: Pick<Vocabulary, 'fieldOf'>,
): Valued {
  const numberIn = (name: string) => {
    const value = row[fieldOf(name)];
    return typeof value === 'number' ? value : null;
  };
  return {
    value: numberIn(measure),
    numerator: sumOf(numeratorMeasures.map(numberIn)),
    denominator: sumOf(denominatorMeasures.map(numberIn)),
    suppressed: Array.isArray(row.suppressed) && row.suppressed.includes(measure),
  };
}

/** Null where there is nothing to add, or one of them is not known: a sum of some would be taken for that of all. */
function sumOf(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((each) => each !== null);
  return numbers.length === 0 || known.length < numbers.length
    ? null
    : known.reduce((sum, each) => sum + each, 0);
}
