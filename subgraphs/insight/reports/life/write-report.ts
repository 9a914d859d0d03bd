import { londonDayOf } from '../../../../domain/calendar/day';
import type { Quarter } from '../../../../domain/calendar/financial-year';
import type { AuditAction } from '../../../../platform/audit/actions';
import { recordAudit } from '../../../../platform/audit/record';
import type { Refused } from '../../../../platform/server/refusal';
import type { Context } from '../../context';
import type { Defined, Filling } from './filling';
import { lookedOf } from './moves';
import {
  type CommentaryChanged,
  commentaryChanged,
  hasMoved,
  isFrozen,
  notFound,
  type ReportIsFrozen,
  type ReportMoved,
  type ReportUnusable,
  unusable,
} from './refusals';
import { commentaryOf, lockNewest, readVersion } from './rows';
import { movedSince } from './seen';
import { type ReportShown, saidIn, shownReport, versionsSaid } from './shown-report';

/** Characters of what is said in one section. */
const MOST_TEXT = 20_000;

/** Notes in insight's log what somebody did to a report. */
export const noteReport = (context: Context, action: AuditAction, id: string): Promise<void> =>
  recordAudit(context, { schema: 'insight', action, recordIds: [id] });

/** Begins a report, unless it was begun. Throws BAD_USER_INPUT for a year that there cannot be. */
export async function openReport<Definition extends Defined>(
  context: Context,
  filling: Filling<Definition>,
  asked: { readonly definition: string; readonly financialYear: string; readonly upTo: Quarter },
): Promise<ReportShown | ReportUnusable> {
  const { transaction, identity, clock } = context;
  const definition = filling.definitionNamed(asked.definition);
  if (definition === null)
    return unusable('definition', 'There is no such definition: `reportDefinitions` lists them.');
  if (!definition.upTo.includes(asked.upTo))
    return unusable('upTo', `Such a report speaks of a year up to ${definition.upTo.join(' or ')}.`);
  const id = `${definition.key}.${asked.financialYear}.${asked.upTo}`;
  const standing = await readVersion(transaction, { id, version: null });
  if (standing !== null) return shownReport(standing);
  const content = await filling.fillReport(context, { ...asked, definition });
  if (content.from > londonDayOf(clock.now()))
    return unusable('financialYear', `The period begins on ${content.from}: nothing can be said of it yet.`);
  await transaction.query(
    `insert into insight.report (id, definition, title, financial_year, up_to, from_day, to_day)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [id, definition.key, content.title, content.financialYear, content.upTo, content.from, content.to],
  );
  const begun = await transaction.query(
    `insert into insight.report_version (report_id, version, definition_version, sections, opened_by, opened_at,
       changes, looked_by, looked_at, looked_cells)
     values ($1, 1, $2, $3, $4, $5, 0, $4, $5, $6) on conflict do nothing returning version`,
    [
      ...[
        id,
        definition.version,
        JSON.stringify(filling.sectionsOn(definition, content.to)),
        identity.subject,
        clock.now(),
      ],
      JSON.stringify(lookedOf(content)),
    ],
  );
  if (begun.length > 0) await noteReport(context, 'REPORT_OPEN', id);
  const row = await readVersion(transaction, { id, version: null });
  if (row === null) throw new Error('A report that was begun is not there');
  return shownReport(row);
}

/** Writes what is said in a section, unless that stands there. */
export async function writeCommentary<Definition extends Defined>(
  context: Context,
  filling: Filling<Definition>,
  asked: {
    readonly id: string;
    readonly section: string;
    readonly basedOnVersion: number;
    readonly text: string;
  },
): Promise<
  | ReportShown
  | ReportIsFrozen
  | CommentaryChanged
  | Refused<'ReportNotFound'>
  | Refused<'ReportSectionNotFound'>
  | Refused<'CommentaryUnusable'>
> {
  const { transaction } = context;
  const text = asked.text.trim();
  if (text.length > MOST_TEXT) return TOO_LONG;
  const row = await lockNewest(transaction, asked.id);
  if (row === null) return notFound(asked.id);
  if (row.frozen_at !== null) return isFrozen(row);
  const definition = filling.definitionNamed(row.definition);
  const section =
    definition && filling.sectionsOn(definition, row.to_day).find(({ key }) => key === asked.section);
  if (!section) return NO_SECTION;
  const standing = (await commentaryOf(transaction, row)).get(asked.section) ?? null;
  if ((standing?.text ?? '') === text) return shownReport(row);
  if ((standing?.version ?? 0) !== asked.basedOnVersion) return commentaryChanged(standing);
  await keepCommentary(context, row, { ...section, text, version: asked.basedOnVersion + 1 });
  await noteReport(context, 'REPORT_WRITE', row.id);
  return shownReport(row);
}

async function keepCommentary(
  { transaction, identity, clock }: Context,
  row: { readonly id: string; readonly version: number },
  said: { readonly key: string; readonly heading: string; readonly text: string; readonly version: number },
): Promise<void> {
  await transaction.query(
    `insert into insight.report_commentary (report_id, section, version, report_version, heading, text, written_by,
       written_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, said.key, said.version, row.version, said.heading, said.text, identity.subject, clock.now()],
  );
  // Whoever freezes at this moment has not seen it: their transaction fails by this.
  await transaction.query(
    'update insight.report_version set changes = changes + 1 where report_id = $1 and version = $2',
    [row.id, row.version],
  );
}

/** Notes that the caller looked at a draft as it is now. */
export async function noteSeen<Definition extends Defined>(
  context: Context,
  filling: Filling<Definition>,
  { id, version, seen }: { readonly id: string; readonly version: number; readonly seen: string },
): Promise<ReportShown | ReportIsFrozen | ReportMoved | Refused<'ReportNotFound'>> {
  const { transaction, identity, clock } = context;
  const row = await lockNewest(transaction, id);
  if (row === null) return notFound(id);
  if (row.frozen_at !== null || row.version !== version) return isFrozen(row);
  const said = await saidIn(shownReport(row), context, filling);
  const moved = movedSince(seen, said.content, versionsSaid(said));
  if (moved !== null) return hasMoved(row, moved);
  await transaction.query(
    `update insight.report_version set looked_by = $3, looked_at = $4, looked_cells = $5
     where report_id = $1 and version = $2`,
    [id, version, identity.subject, clock.now(), JSON.stringify(lookedOf(said.content))],
  );
  const looked = await readVersion(transaction, { id, version });
  return shownReport(looked ?? row);
}

const TOO_LONG: Refused<'CommentaryUnusable'> = {
  __typename: 'CommentaryUnusable',
  code: 'COMMENTARY_UNUSABLE',
  message: `Say it in ${MOST_TEXT} characters at most.`,
};

const NO_SECTION: Refused<'ReportSectionNotFound'> = {
  __typename: 'ReportSectionNotFound',
  code: 'REPORT_SECTION_NOT_FOUND',
  message: 'The report has no such section: `Report.sections` has their keys.',
};
