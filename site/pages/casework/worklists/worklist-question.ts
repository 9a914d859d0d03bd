import { STREAMS } from '../../../filters/parts';
import type { WaitsFor, WorklistFilter, WorklistKind } from '../../../operations/__generated__/operations';
import { firstListOf, listNames } from './lists';

/** For whom open work can wait. */
export const WAITS = [
  'TEAM',
  'SERVICE',
  'COMPLAINANT',
  'INVESTIGATOR',
  'PANEL',
  'OTHERS',
] as const satisfies readonly WaitsFor[];
/** Further narrowings, each of a few values: the stages that there are, and whether work was taken. */
export const STAGES = ['1', '2', '3'] as const;
export const TAKEN = ['yes', 'no'] as const;

/** Who has work, or which service it is about: an id. */
const NAME = /^[\w.-]{1,128}$/;

/** Which work a page lists, as its address says. */
export interface WorklistQuestion {
  readonly list: WorklistKind;
  readonly stream: (typeof STREAMS)[number] | null;
  readonly where: WorklistFilter;
  /** What the address says that made sense. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

/** Reads which work is listed; what makes no sense is left out and told. */
export function readWorklistQuestion(
  query: Readonly<Record<string, unknown>>,
  role: string,
): WorklistQuestion {
  const problems: string[] = [];
  const read = <Value extends string>(name: string, offered: readonly Value[]): Value | null => {
    const given = query[name];
    if (given === undefined || given === '') return null;
    const value = offered.find((each) => each === given) ?? null;
    if (value === null)
      problems.push(`This list cannot be narrowed by that “${name}”. There is: ${offered.join(', ')}.`);
    return value;
  };
  const readName = (name: string): string | null => {
    const given = query[name];
    if (given === undefined || given === '') return null;
    if (typeof given === 'string' && NAME.test(given)) return given;
    problems.push(`This list cannot be narrowed by that “${name}”.`);
    return null;
  };
  const [person, group, service] = [readName('person'), readName('group'), readName('service')];
  const [list, stream] = [read('list', listNames()), read('stream', STREAMS)];
  const [waits, stage, taken] = [read('waits', WAITS), read('stage', STAGES), read('taken', TAKEN)];
  return {
    ...{ list: list ?? firstListOf(role), stream, problems },
    where: {
      ...(waits === null ? {} : { waitsFor: [waits] }),
      ...(stage === null ? {} : { stages: [Number(stage)] }),
      ...(taken === null ? {} : { isTaken: taken === 'yes' }),
      ...(person === null ? {} : { assignedTo: [person] }),
      ...(group === null ? {} : { groups: [group] }),
      ...(service === null ? {} : { services: [service] }),
    },
    parameters: Object.fromEntries(
      Object.entries({ list, stream, waits, stage, taken, person, group, service }).flatMap(
        ([name, value]) => (value === null ? [] : [[name, value]]),
      ),
    ),
  };
}
