import { type Refused, reasonUnusable } from '../../../../platform/server/refusal';
import type { Context } from '../../context';
import { type Defined, definitionOf, type Filling } from './filling';
import { lookedOf } from './moves';
import { isDraft, isFrozen, notFound, type ReportIsDraft, type ReportIsFrozen } from './refusals';
import { lockNewest, readVersion } from './rows';
import { type ReportShown, saidIn, shownReport } from './shown-report';
import { noteReport } from './write-report';

/** Begins the version after one that is frozen. What was said in that holds in it until somebody writes something else. */
export async function reviseReport<Definition extends Defined>(
  context: Context,
  filling: Filling<Definition>,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<ReportShown | ReportIsDraft | Refused<'ReportNotFound'> | Refused<'ReasonUnusable'>> {
  const { transaction, identity, clock } = context;
  const refused = reasonUnusable(reason);
  if (refused !== null) return refused;
  const row = await lockNewest(transaction, id);
  if (row === null) return notFound(id);
  if (row.frozen_at === null)
    return row.reason === reason.trim() && row.opened_by === identity.subject
      ? shownReport(row)
      : isDraft(row);
  const definition = definitionOf(filling, row);
  const now = await filling.fillReport(context, {
    ...{ definition, financialYear: row.financial_year, upTo: row.up_to },
  });
  await transaction.query(
    `insert into insight.report_version (report_id, version, definition_version, sections, reason, opened_by, opened_at,
       changes, looked_by, looked_at, looked_cells)
     values ($1, $2, $3, $4, $5, $6, $7, 0, $6, $7, $8)`,
    [
      ...[
        id,
        row.version + 1,
        definition.version,
        JSON.stringify(filling.sectionsOn(definition, row.to_day)),
        reason.trim(),
      ],
      ...[identity.subject, clock.now(), JSON.stringify(lookedOf(now))],
    ],
  );
  await noteReport(context, 'REPORT_OPEN', id);
  return standing(context, id);
}

/** Takes the definition as it is now for a draft. What was said in sections that went stays with the report. */
export async function renewReport<Definition extends Defined>(
  context: Context,
  filling: Filling<Definition>,
  { id }: { readonly id: string },
): Promise<ReportShown | ReportIsFrozen | Refused<'ReportNotFound'>> {
  const { transaction } = context;
  const row = await lockNewest(transaction, id);
  if (row === null) return notFound(id);
  if (row.frozen_at !== null) return isFrozen(row);
  const definition = definitionOf(filling, row);
  if (definition.version === row.definition_version) return shownReport(row);
  const { content } = await saidIn(shownReport(row), context, filling);
  await transaction.query(
    `update insight.report_version set definition_version = $3, sections = $4, looked_by = $5, looked_at = $6,
       looked_cells = $7, changes = changes + 1 where report_id = $1 and version = $2`,
    [
      ...[id, row.version, definition.version, JSON.stringify(filling.sectionsOn(definition, row.to_day))],
      ...[context.identity.subject, context.clock.now(), JSON.stringify(lookedOf(content))],
    ],
  );
  await noteReport(context, 'REPORT_WRITE', id);
  return standing(context, id);
}

async function standing({ transaction }: Context, id: string): Promise<ReportShown> {
  const row = await readVersion(transaction, { id, version: null });
  if (row === null) throw new Error('A report that was found is not there');
  return shownReport(row);
}
