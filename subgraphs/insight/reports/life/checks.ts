import { z } from 'zod';
import type { FaultsCounted } from '../../../../contracts/events/faults-counted';
import { dayWords } from '../../../../domain/figures/days';
import type { ReportContent } from '../content';
import { cellsOf } from './cells';
import { type Looked, type Move, movesSince } from './moves';

export const CHECK_KINDS = [
  'PERIOD_NOT_OVER',
  'RECORDS_END_BEFORE',
  'OPEN_FAULTS',
  'COMMENTARY_MISSING',
  'FIGURES_MOVED',
  'DEFINITION_CHANGED',
  'ROLLUPS_DIFFER',
  'SMALL_NUMBERS',
  'BLANKS',
] as const;

const checkModel = z.object({
  kind: z.enum(CHECK_KINDS),
  isBlocking: z.boolean(),
  words: z.string(),
  count: z.number(),
  streams: z.array(z.string()),
  sections: z.array(z.string()),
  moves: z.array(
    z.object({
      ...{ cell: z.string(), label: z.string(), before: z.string(), now: z.string() },
      isMoreThanNoise: z.boolean(),
    }),
  ),
});
/** Something to be looked at before a report is frozen. */
export type ReportCheck = z.output<typeof checkModel>;

/** The checks of a frozen version, as they stood. Throws where they were not written here. */
export const readChecks = (kept: unknown): ReportCheck[] => z.array(checkModel).parse(kept);

/** How much of the records of one keeper waits to be put right. */
export interface OpenFaults {
  /** In lower case. */
  readonly keeper: string;
  readonly openFaults: number;
  readonly quarantinedRows: number;
  /** The same by the months that they speak of; null where that was not told. */
  readonly months: FaultsCounted['months'];
}

/** What a draft is checked by. */
export interface Checked {
  readonly content: ReportContent;
  /** As it may be published. */
  readonly published: ReportContent;
  /** The version of the definition that it was begun by. */
  readonly definitionVersion: number;
  readonly today: string;
  /** The sections in which something is said. */
  readonly said: readonly string[];
  readonly looked: Looked;
  readonly lookedBy: string;
  readonly openFaults: readonly OpenFaults[];
  readonly driftedRollups: number;
}

/** All that is to be looked at before a report is frozen: what is in the way first. */
export const checksOf = (checked: Checked): ReportCheck[] =>
  [
    ...[periodNotOver, recordsEndBefore, openFaults, definitionChanged],
    ...[commentaryMissing, figuresMoved, rollupsDiffer, smallNumbers, blanks],
  ]
    .flatMap((check) => check(checked))
    .sort((one, other) => Number(other.isBlocking) - Number(one.isBlocking));

type Finding = Pick<ReportCheck, 'kind' | 'isBlocking' | 'words' | 'count'> &
  Partial<Pick<ReportCheck, 'streams' | 'sections' | 'moves'>>;
const found = (finding: Finding): ReportCheck[] =>
  finding.count === 0 ? [] : [{ ...{ streams: [], sections: [], moves: [] }, ...finding }];

/** `1 row`, `3 rows`. */
const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

const periodNotOver = ({ content: { to }, today }: Checked): ReportCheck[] =>
  found({
    ...{ kind: 'PERIOD_NOT_OVER', isBlocking: true, count: to >= today ? 1 : 0 },
    words: `The period ends on ${to}. Figures of a period that goes on are not final.`,
  });

const recordsEndBefore = ({ content: { partial, to } }: Checked): ReportCheck[] =>
  found({
    ...{ kind: 'RECORDS_END_BEFORE', isBlocking: true, count: partial.length, streams: [...partial] },
    words: `The records of ${many(partial.length, 'stream')} end before ${dayWords(to)}. Load what is missing.`,
  });

function openFaults({ content, openFaults: open }: Checked): ReportCheck[] {
  const keepers = keepersOf(content);
  const waiting = open
    .filter(({ keeper }) => keepers === null || keepers.has(keeper))
    .map((each) => ({ keeper: each.keeper, ...withinPeriod(each, content) }));
  const faults = waiting.reduce((sum, each) => sum + each.openFaults, 0);
  const rows = waiting.reduce((sum, each) => sum + each.quarantinedRows, 0);
  return found({
    ...{ kind: 'OPEN_FAULTS', isBlocking: true, count: faults + rows },
    words: `${many(faults, 'fault')} and ${many(rows, 'quarantined row')} of these records, that speak of the period, wait to be put right.`,
    streams: waiting
      .filter((each) => each.openFaults + each.quarantinedRows > 0)
      .map(({ keeper }) => keeper.toUpperCase())
      .filter((keeper) => !OF_NO_STREAM.includes(keeper)),
  });
}

/** How much of what waits speaks of the report's months. What nobody can say the month of may be of any. */
function withinPeriod({ months, openFaults, quarantinedRows }: OpenFaults, content: ReportContent) {
  if (months === null) return { openFaults, quarantinedRows };
  const [first, last] = [monthOf(content.from), monthOf(content.to)];
  const within = months.filter(
    ({ from, to }) => (from === null || from <= last) && (to === null || to >= first),
  );
  return {
    openFaults: within.reduce((sum, each) => sum + each.openFaults, 0),
    quarantinedRows: within.reduce((sum, each) => sum + each.quarantinedRows, 0),
  };
}

/** `2021-04` */
const monthOf = (day: string): string => day.slice(0, 'yyyy-mm'.length);

/** Keep records, and are no streams. */
const OF_NO_STREAM = ['OMBUDSMAN', 'CALLS'];

/** Whose records the figures are made of, in lower case; null for everybody's. Any may have gone to an ombudsman. */
function keepersOf(content: ReportContent): ReadonlySet<string> | null {
  const streams = cellsOf(content).flatMap(({ cell: { question } }) =>
    question === null ? [] : [question.streams],
  );
  if (streams.some((named) => named === null)) return null;
  return new Set(['ombudsman', ...streams.flatMap((named) => named ?? []).map((name) => name.toLowerCase())]);
}

const definitionChanged = ({ content, definitionVersion }: Checked): ReportCheck[] =>
  found({
    ...{ kind: 'DEFINITION_CHANGED', isBlocking: true },
    count: content.definitionVersion === definitionVersion ? 0 : 1,
    words: `The draft was begun by version ${definitionVersion} of its definition, and version ${content.definitionVersion} holds now. Take the new one over.`,
  });

function commentaryMissing({ content: { sections }, said }: Checked): ReportCheck[] {
  const missing = sections.filter(({ key, prompt }) => prompt !== null && !said.includes(key));
  return found({
    ...{ kind: 'COMMENTARY_MISSING', isBlocking: true, count: missing.length },
    words: `Nothing is said in ${many(missing.length, 'section')} that ask${missing.length === 1 ? 's' : ''} for it.`,
    sections: missing.map(({ key }) => key),
  });
}

function figuresMoved({ content, looked, lookedBy }: Checked): ReportCheck[] {
  const moves = movesSince(looked, content);
  const large = moves.filter(({ isMoreThanNoise }) => isMoreThanNoise);
  return found({
    ...{ kind: 'FIGURES_MOVED', isBlocking: large.length > 0, count: moves.length },
    words: `${many(moves.length, 'figure')} moved since ${lookedBy} looked, ${large.length} by more than noise.`,
    moves: [...large, ...moves.filter((move: Move) => !move.isMoreThanNoise)],
  });
}

const rollupsDiffer = ({ driftedRollups }: Checked): ReportCheck[] =>
  found({
    ...{ kind: 'ROLLUPS_DIFFER', isBlocking: false, count: driftedRollups },
    words: `${many(driftedRollups, 'kept sum')} differ from the records. The figures here are counted from the records themselves.`,
  });

function smallNumbers({ content, published }: Checked): ReportCheck[] {
  const told = new Map(cellsOf(published).map(({ cell }) => [cell.id, cell.state]));
  const count = cellsOf(content).filter(
    ({ cell }) => cell.state !== 'SUPPRESSED' && told.get(cell.id) === 'SUPPRESSED',
  ).length;
  return found({
    ...{ kind: 'SMALL_NUMBERS', isBlocking: false, count },
    words: `${many(count, 'figure')} ${count === 1 ? 'is' : 'are'} left out of the version for the public: small, or small ones could be worked out from ${count === 1 ? 'it' : 'them'}.`,
  });
}

function blanks({ content }: Checked): ReportCheck[] {
  const cells = cellsOf(content).filter(({ cell }) => cell.state === 'BLANK').length;
  const sections = content.sections.filter((section) => section.blanks.length > 0);
  const count = cells + sections.reduce((sum, section) => sum + section.blanks.length, 0);
  return found({
    ...{ kind: 'BLANKS', isBlocking: false, count },
    words: `${many(count, 'thing')} asked for ${count === 1 ? 'is' : 'are'} kept in no record. Each says what would fill it.`,
    sections: sections.map(({ key }) => key),
  });
}
