import type { HistoryFaultCode } from '../../casework/history';
import type { CrmStage } from '../corporate-crm/map';
import type { CoverageRecord } from '../coverage/map';
import type { Delivery, Explanation } from './ports';
import { type OpenDestination, rehearsal, type StreamToFill, streamDestination } from './stream-destination';

/** A delivery, and what has to be done when nothing more will be delivered. */
export interface OpenDelivery<Record extends { readonly contentHash: string }> {
  readonly delivery: Delivery<Record>;
  end(): Promise<void>;
}

/** What streams find of the corporate system's stages, for the complaints team. */
const CRM_FINDINGS: Readonly<Record<HistoryFaultCode, Explanation>> = {
  PARENT_NOT_FOUND: {
    column: 'Parent Ref',
    action:
      'Counted as escalated, as a complaint of its own: no case at the stage before has this reference. It joins that case when it is imported.',
  },
  STAGE_NOT_IN_PROCEDURE: {
    column: 'Stage',
    action: 'Counted at this stage, without a due date: the procedure has no such stage.',
  },
  OUTSIDE_CALENDAR: {
    column: 'Date Received',
    action: 'Counted on this day, without a due date: the calendar of working days does not reach it.',
  },
};

const UNKNOWN_FINDING: Explanation = { column: null, action: 'Recorded all the same.' };

/** The corporate system's stages go to their stream. In a trial the streams keep nothing. */
export function corporateCrmDelivery({
  streams,
  trial,
}: {
  streams: readonly StreamToFill[];
  trial: boolean;
}): OpenDelivery<CrmStage> {
  const open = new Map<string, OpenDestination>(
    streams.map((target) => [target.stream.name, (trial ? rehearsal : streamDestination)(target)]),
  );
  return {
    delivery: {
      place: ({ stream, number }) => ({ destination: stream, order: number }),
      destinations: Object.fromEntries([...open].map(([name, { destination }]) => [name, destination])),
      explain: (code) => (isFinding(code) ? CRM_FINDINGS[code] : UNKNOWN_FINDING),
    },
    async end() {
      for (const { end } of open.values()) await end();
    },
  };
}

const isFinding = (code: string): code is HistoryFaultCode => Object.hasOwn(CRM_FINDINGS, code);

/** Intake keeps coverage itself, when the import is settled. */
export function coverageDelivery(): OpenDelivery<CoverageRecord> {
  return {
    delivery: {
      place: () => ({ destination: 'intake', order: 0 }),
      destinations: {},
      explain: () => UNKNOWN_FINDING,
    },
    end: () => Promise.resolve(),
  };
}
