import { londonDayOf } from '../../../../domain/calendar/day';
import type { Context } from '../../context';
import type { ReportContent } from '../content';
import { checksOf, type OpenFaults, type ReportCheck } from './checks';
import { type Defined, definitionOf, type Filling } from './filling';
import type { CommentaryRow } from './report-tables';
import { commentaryOf, type ReportVersionRow, readBegun, readFrozen } from './rows';
import type { SaidVersions } from './seen';

/** A report as the graph shows it: what is costly of it is read when somebody asks. */
export interface ReportShown extends ReportVersionRow {
  readonly __typename: 'Report';
  readonly isPublic: boolean;
}

/** All that a report says, and what people said in it. */
export interface Said {
  readonly content: ReportContent;
  /** By the section's key, with those of sections that went. */
  readonly commentary: ReadonlyMap<string, CommentaryRow>;
  /** The checks that stood when it was frozen; null of a draft. */
  readonly frozenChecks: readonly ReportCheck[] | null;
}

/** A version as it is shown. */
export const shownReport = (row: ReportVersionRow, { isPublic } = { isPublic: false }): ReportShown => ({
  ...{ ...row, isPublic, __typename: 'Report' },
});

const known = new WeakMap<ReportShown, Promise<Said>>();

/** What a report says, read once however often it is asked: a draft's figures are those of now. */
export function saidIn<Definition extends Defined>(
  shown: ReportShown,
  context: Context,
  filling: Filling<Definition>,
): Promise<Said> {
  const said = known.get(shown) ?? readSaid(shown, context, filling);
  known.set(shown, said);
  return said;
}

async function readSaid<Definition extends Defined>(
  shown: ReportShown,
  context: Context,
  filling: Filling<Definition>,
): Promise<Said> {
  const commentary = await commentaryOf(context.transaction, shown);
  const frozen = shown.frozen_at === null ? null : await readFrozen(context.transaction, shown);
  const content = frozen?.content ?? (await fillDraft(shown, context, filling));
  return { commentary, content, frozenChecks: frozen?.checks ?? null };
}

/** The figures of a draft, by its definition as it stands now. */
function fillDraft<Definition extends Defined>(
  row: ReportVersionRow,
  context: Context,
  filling: Filling<Definition>,
): Promise<ReportContent> {
  return filling.fillReport(context, {
    definition: definitionOf(filling, row),
    ...{ financialYear: row.financial_year, upTo: row.up_to },
  });
}

/** Of what was said, the version by the section's key. */
export const versionsSaid = ({ commentary }: Said): SaidVersions =>
  Object.fromEntries([...commentary].map(([section, { version }]) => [section, version]));

/** What is to be looked at before a draft is frozen; of a frozen version, as it stood then. */
export async function checksIn<Definition extends Defined>(
  shown: ReportShown,
  context: Context,
  filling: Filling<Definition>,
): Promise<readonly ReportCheck[]> {
  const { transaction, clock } = context;
  const { content, commentary, frozenChecks } = await saidIn(shown, context, filling);
  if (frozenChecks !== null) return frozenChecks;
  const { looked } = await readBegun(transaction, shown);
  const waiting = await transaction.query<OpenFaults>(
    `select keeper, open_faults as "openFaults", quarantined_rows as "quarantinedRows", months from insight.open_fault`,
  );
  const drifted = await transaction.query('select from insight.rollup_drift');
  return checksOf({
    ...{
      content,
      published: await filling.publicContent(context, content),
      looked,
      lookedBy: shown.looked_by,
    },
    ...{ definitionVersion: shown.definition_version, today: londonDayOf(clock.now()) },
    said: [...commentary.values()].filter(({ text }) => text !== '').map(({ section }) => section),
    ...{ openFaults: waiting, driftedRollups: drifted.length },
  });
}
