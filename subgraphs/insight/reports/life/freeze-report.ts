import { londonDayOf } from '../../../../domain/calendar/day';
import { codeOf } from '../../../../platform/postgres/error-code';
import { type Refused, reasonUnusable } from '../../../../platform/server/refusal';
import type { Transaction } from '../../../../platform/transaction/transaction';
import type { Context } from '../../context';
import type { ReportCheck } from './checks';
import type { Defined, Filling } from './filling';
import {
  beingChanged,
  type ChecksOpen,
  checksOpen,
  type DefinitionChanged,
  hasMoved,
  isFrozen,
  notFound,
  periodNotOver,
  type ReportIsFrozen,
  type ReportMoved,
  type ReportPeriodNotOver,
} from './refusals';
import { lockNewest, type ReportVersionRow, readBegun, readVersion } from './rows';
import { movedSince } from './seen';
import { checksIn, type ReportShown, type Said, saidIn, shownReport, versionsSaid } from './shown-report';
import { noteReport } from './write-report';

/** What somebody freezes. */
interface Asked {
  readonly id: string;
  readonly version: number;
  readonly seen: string;
  readonly despite?: string | null | undefined;
}

type Frozen =
  | ReportShown
  | ReportIsFrozen
  | ReportPeriodNotOver
  | DefinitionChanged
  | ReportMoved
  | ChecksOpen
  | Refused<'ReportNotFound'>
  | Refused<'ReasonUnusable'>
  | Refused<'ReportIsBeingChanged'>;

/** What changed in the row while the transaction read its one snapshot. */
const CHANGED_MEANWHILE = '40001';

/**
 * Freezes a draft: all that it says is counted and kept in one view of the records, which is named beside it. Of two who
 * freeze at once, one does. Needs a transaction that reads one snapshot (`oneSnapshot` of the part).
 */
export async function freezeReport<Definition extends Defined>(
  context: Context,
  filling: Filling<Definition>,
  asked: Asked,
): Promise<Frozen> {
  await refuseSeveralViews(context.transaction);
  try {
    const row = await lockNewest(context.transaction, asked.id);
    if (row === null) return notFound(asked.id);
    if (row.frozen_at !== null || row.version !== asked.version)
      return isOwnRepeat(context, row, asked) ? shownReport(row) : isFrozen(row);
    return (await refusedFreezing(context, filling, row)) ?? (await freezeRow(context, filling, row, asked));
  } catch (error) {
    if (codeOf(error) === CHANGED_MEANWHILE) return beingChanged;
    throw error;
  }
}

/** Figures counted from several states of the records would be of none of them. */
async function refuseSeveralViews(transaction: Transaction): Promise<void> {
  const [row] = await transaction.query<{ level: string }>(
    `select current_setting('transaction_isolation') as level`,
  );
  if (row?.level !== 'repeatable read')
    throw new Error('A report is frozen in a transaction that reads one snapshot');
}

const isOwnRepeat = ({ identity }: Context, row: ReportVersionRow, { version, seen }: Asked): boolean =>
  row.version === version && row.seen === seen && row.frozen_by === identity.subject;

/** What no reason helps over. */
async function refusedFreezing<Definition extends Defined>(
  { transaction, clock }: Context,
  filling: Filling<Definition>,
  row: ReportVersionRow,
): Promise<ReportPeriodNotOver | DefinitionChanged | null> {
  if (row.to_day >= londonDayOf(clock.now())) return periodNotOver(row);
  const definition = filling.definitionNamed(row.definition);
  if (definition === null || definition.version === row.definition_version) return null;
  const [before, now] = [
    (await readBegun(transaction, row)).headings,
    filling.sectionsOn(definition, row.to_day).map(({ heading }) => heading),
  ];
  return {
    __typename: 'DefinitionChanged',
    code: 'DEFINITION_CHANGED',
    message: `The draft was begun by version ${row.definition_version} of its definition, and version ${definition.version} holds now. Take it over, and look at the report again.`,
    ...{ from: row.definition_version, to: definition.version },
    added: now.filter((heading) => !before.includes(heading)),
    removed: before.filter((heading) => !now.includes(heading)),
  };
}

async function freezeRow<Definition extends Defined>(
  context: Context,
  filling: Filling<Definition>,
  row: ReportVersionRow,
  { seen, despite = null }: Asked,
): Promise<Frozen> {
  const shown = shownReport(row);
  const said = await saidIn(shown, context, filling);
  const moved = movedSince(seen, said.content, versionsSaid(said));
  if (moved !== null) return hasMoved(row, moved);
  const checks = await checksIn(shown, context, filling);
  const blocking = checks.filter(({ isBlocking }) => isBlocking);
  if (blocking.length > 0 && despite === null) return checksOpen(blocking);
  const reason = blocking.length > 0 ? despite : null;
  const refused = reason === null ? null : reasonUnusable(reason);
  if (refused !== null) return refused;
  await keepFrozen(context, row, { said, checks, seen, reason });
  await noteReport(context, 'REPORT_FREEZE', row.id);
  const frozen = await readVersion(context.transaction, row);
  return shownReport(frozen ?? row);
}

async function keepFrozen(
  { transaction, identity, clock }: Context,
  row: ReportVersionRow,
  frozen: {
    readonly said: Said;
    readonly checks: readonly ReportCheck[];
    readonly seen: string;
    readonly reason: string | null;
  },
): Promise<void> {
  await transaction.query(
    `update insight.report_version set frozen_by = $3, frozen_at = $4, frozen_despite = $5, seen = $6, content = $7,
       checks = $8, snapshot = pg_current_snapshot()::text, changes = changes + 1
     where report_id = $1 and version = $2`,
    [
      ...[row.id, row.version, identity.subject, clock.now(), frozen.reason?.trim() ?? null, frozen.seen],
      ...[JSON.stringify(frozen.said.content), JSON.stringify(frozen.checks)],
    ],
  );
}
