import type { TrueComplaint, TrueStage } from './complaint';
import { CLOSED, OPEN } from './words';
import { MINUTES_PER_DAY, type Minutes, usualDay, usualMoment } from './written-dates';

/** The header of the corporate system's export. */
export const COLUMNS = [
  'Case Ref',
  'Case Type',
  'Stage',
  'Parent Ref',
  'Route',
  'Date Received',
  'Date Acknowledged',
  'Target Date',
  'Date Responded',
  'Status',
  'Closure Code',
  'Directorate',
  'Service',
  'Category',
  'Channel',
  'Ward',
  'Officer',
  'School URN',
  'School',
  'Title',
  'Forename',
  'Surname',
  'Email',
  'Postcode',
  'Summary',
  'Last Updated',
] as const;

export type Column = (typeof COLUMNS)[number];
/** A row that may still be dirtied. */
export type Cells = Record<Column, string>;

/** Since when the system keeps routes, and parents of corporate stages. */
const ROUTES_KEPT_SINCE: Minutes = 18_718 * MINUTES_PER_DAY; // 2021-04-01

/** The row of a stage as a tidy system would export it. */
export function cleanRow(complaint: TrueComplaint, stage: TrueStage): Cells {
  const corporate = complaint.stream === 'corporate';
  const keepsOrigin = !corporate || stage.receivedAt >= ROUTES_KEPT_SINCE;
  const { forename, surname } = complaint;
  return {
    'Case Ref': stage.reference,
    'Case Type': corporate ? 'Corporate Complaint' : 'Schools Complaint',
    Stage: String(stage.number),
    'Parent Ref': keepsOrigin ? (stage.parent ?? '') : '',
    Route: corporate && keepsOrigin ? routeOf(stage) : '',
    'Date Received': usualMoment(stage.receivedAt),
    'Date Acknowledged': usualMoment(stage.acknowledgedAt),
    'Target Date': usualDay(stage.dueAt),
    'Date Responded': stage.answeredAt === null ? '' : usualMoment(stage.answeredAt),
    Status: statusOf(complaint, stage),
    'Closure Code': stage.closureCode,
    Directorate: complaint.service.directorate,
    Service: complaint.service.name,
    Category: complaint.theme,
    Channel: complaint.channel,
    Ward: complaint.ward,
    Officer: stage.officer,
    'School URN': complaint.school?.[0] ?? '',
    School: complaint.school?.[1] ?? '',
    Title: complaint.title,
    Forename: forename,
    Surname: surname,
    Email: `${`${forename}.${surname}`.toLowerCase().replace(/[^a-z.-]/g, '')}@example.org`,
    Postcode: complaint.postcode,
    Summary: stage.summary,
    'Last Updated': usualMoment(lastUpdatedAt(stage)),
  };
}

/** When the row of a stage was changed last. */
export function lastUpdatedAt(stage: TrueStage): Minutes {
  return (stage.answeredAt ?? stage.acknowledgedAt) + 180;
}

function statusOf({ index }: TrueComplaint, { answeredAt, number }: TrueStage): string {
  const words = answeredAt === null ? OPEN : CLOSED;
  return words[(index + number) % words.length] ?? words[0];
}

function routeOf(stage: TrueStage): string {
  if (stage.number === 1) return '';
  return stage.parent === null ? 'Direct to stage 2' : 'Escalated from stage 1';
}
