import type { StreamDescribed } from '../../../contracts/events/stream-described';
import type { StreamReport } from '../../../contracts/report';
import { LGSCO, OMBUDSMAN, type Recording } from '../coverage/coverage';
import { STREAMS } from '../figures/stage-dimensions';

/** A table, and whose records it is counted from. */
export interface ReportedPart {
  /** Null for a table of all streams. */
  readonly stream: string | null;
  /** As reaches name it. */
  readonly keeper: string;
  readonly report: StreamReport;
}

/** What a partner organisation is shown of its own cases, which are no stream of the council's. */
const PARTNER_REPORT: StreamReport = {
  id: 'partner-ombudsman',
  title: 'Your own cases with the ombudsmen',
  samePeriodOfYearsBefore: false,
  rows: [{ label: "Ombudsmen's enquiries", measure: 'referredToOmbudsman', stage: null }],
};

/**
 * The streams' tables, then the ombudsmen's, which counts everybody's cases. Partners are shown the tables of whose
 * records they see any, and one of their own cases: of others they would read zeros.
 */
export function reportedParts(
  { streams, ombudsmen, reach }: Recording,
  { isPartner }: { readonly isPartner: boolean },
): readonly ReportedPart[] {
  const parts = [
    ...inContractOrder(streams).map(({ stream, report }) => ({ stream, keeper: stream, report })),
    ...(ombudsmen ? [{ stream: null, keeper: LGSCO, report: ombudsmen.report }] : []),
  ];
  if (!isPartner) return parts;
  return [
    ...parts.filter(({ keeper }) => reach?.has(keeper)),
    ...(ombudsmen ? [{ stream: null, keeper: OMBUDSMAN, report: PARTNER_REPORT }] : []),
  ];
}

function inContractOrder(streams: readonly StreamDescribed[]): readonly StreamDescribed[] {
  const place = ({ stream }: StreamDescribed) => {
    const index = STREAMS.indexOf(stream);
    return index < 0 ? STREAMS.length : index;
  };
  return [...streams].sort((a, b) => place(a) - place(b) || (a.stream < b.stream ? -1 : 1));
}
