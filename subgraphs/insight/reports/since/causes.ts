import { MEASURES } from '../../figures/catalogue/measure-catalogue';
import type { ToldValue } from '../../scorecard/figures';
import type { AskedCell } from './asked-cells';
import type { CellChanges } from './count-changes';
import type { NamesSince, Renamed } from './names-then';
import type { RecordingChange } from './recording-since';

/** Why a figure is another now than it was reported, in kinds; each is said in words. */
export interface Cause {
  readonly kind: 'RECORDS' | 'NAMES' | 'RECORDING' | 'DEFINITION' | 'UNEXPLAINED';
  readonly text: string;
}

/** What is known of one cell. */
export interface Compared {
  readonly asked: AskedCell;
  readonly changes: CellChanges;
  /** Null where it is not told now. */
  readonly now: ToldValue | null;
}

/** What changed beside records since the report was frozen. */
export interface Beside {
  readonly names: NamesSince;
  readonly recording: readonly RecordingChange[];
}

/** Every reason why a cell is another figure now, or the same of other records; none where nothing changed. */
export function causesOf(compared: Compared, beside: Beside): readonly Cause[] {
  const found = [
    ...definition(compared),
    ...records(compared),
    ...names(compared, beside),
    ...recording(compared, beside),
  ];
  const left = unexplained(compared);
  const isOtherwiseTold = wasTold(compared) !== isTold(compared);
  // What another definition counts otherwise no record tells.
  const isAccountedFor = found.some(({ kind }) => kind === 'DEFINITION') || left === 0;
  if (isAccountedFor && (!isOtherwiseTold || found.length > 0)) return found;
  return [...found, { kind: 'UNEXPLAINED', text: UNEXPLAINED(left) }];
}

const UNEXPLAINED = (left: number): string =>
  left === 0
    ? 'Whether it was recorded is judged otherwise than then, and no change of what is recorded is known'
    : `${Math.abs(left)} ${left > 0 ? 'more' : 'fewer'} than the records that are known to have changed account for`;

const wasTold = ({ asked: { cell } }: Compared): boolean => cell.state === 'TOLD';
const isTold = ({ now }: Compared): boolean => now !== null && !now.suppressed;

function definition({ asked: { measure, question } }: Compared): readonly Cause[] {
  if (measure === null) return [{ kind: 'DEFINITION', text: `${question.measure} is no measure any longer` }];
  const { version, title, since } = MEASURES[measure];
  if (version === question.measureVersion) return [];
  return [
    {
      kind: 'DEFINITION',
      text: `"${title}" was counted by version ${question.measureVersion} of its definition, and is by version ${version}, of ${since}`,
    },
  ];
}

function records({ changes }: Compared): readonly Cause[] {
  const { gained, lost, changed } = changes;
  const parts = [
    ...(gained > 0 ? [`${gained} counted now that ${wordOf(gained, 'was', 'were')} not`] : []),
    ...(lost > 0 ? [`${lost} not counted any longer`] : []),
    ...(changed > 0 ? [`${changed} counted otherwise`] : []),
  ];
  return parts.length === 0 ? [] : [{ kind: 'RECORDS', text: parts.join(', ') }];
}

const wordOf = (count: number, one: string, several: string): string => (count === 1 ? one : several);

/** Names alone make no difference to a cell that is narrowed to none. */
function names({ asked: { question } }: Compared, { names: since }: Beside): readonly Cause[] {
  const services = new Set(question.services ?? []);
  const directorates = new Set(question.directorates ?? []);
  const moved = since.services.filter(({ before, after }) =>
    [before, after].some(
      (one) =>
        one !== null &&
        (directorates.has(one.directorate) ||
          [one.name, ...one.formerNames].some((name) => services.has(name))),
    ),
  );
  const renamed = since.directorates.filter(({ before, after }) =>
    [before, after].some((one) => one !== null && directorates.has(one.name)),
  );
  return [
    ...moved.map((one) => said(one, ({ name, directorate }) => `${name} in ${directorate}`)),
    ...renamed.map((one) => said(one, ({ name }) => name)),
  ];
}

const said = <Named>({ before, after }: Renamed<Named>, words: (named: Named) => string): Cause => ({
  kind: 'NAMES',
  text: `${before === null ? 'not named' : words(before)} then, ${after === null ? 'not named' : words(after)} now`,
});

function recording(compared: Compared, { recording: changes }: Beside): readonly Cause[] {
  if (wasTold(compared) === isTold(compared)) return [];
  const { streams } = compared.asked.question;
  const keepers = streams?.map((stream) => stream.toLowerCase()) ?? null;
  return changes
    .filter((change) => keepers === null || change.keepers.some((keeper) => keepers.includes(keeper)))
    .map(({ text }) => ({ kind: 'RECORDING', text }));
}

/** How much of the difference no change accounts for: what was reported, with what came and without what went, against now. */
function unexplained(compared: Compared): number {
  const { asked, changes, now } = compared;
  if (now === null || !wasTold(compared) || !isTold(compared)) return 0;
  const kind = asked.measure === null ? null : MEASURES[asked.measure].kind;
  const { cell } = asked;
  const sizes =
    kind === 'rate' || kind === 'distribution'
      ? [cell.denominator, now.denominator]
      : [cell.value, now.value];
  const ofAll = left(sizes, changes.gained - changes.lost);
  if (ofAll !== 0 || kind !== 'rate') return ofAll;
  return left([cell.numerator, now.numerator], changes.dividedGained - changes.dividedLost);
}

const left = ([then = null, now = null]: readonly (number | null)[], more: number): number =>
  then === null || now === null ? 0 : now - then - more;
