import { streamName } from '../../../domain/figures/names';
import { addressOf } from '../../filters/address';
import type { ReportCheckKind, ReportCheckLineFragment } from '../../operations/__generated__/operations';
import { BEFORE_REPORT_PATH } from '../data-quality/paths';
import { reportHref, sectionHref } from './paths';

/** A report whose checks are shown. */
interface Checked {
  readonly id: string;
  readonly financialYear: string;
  readonly upTo: string;
  readonly sections: readonly { readonly key: string; readonly heading: string }[];
}

/** A check as a page shows it, with where to go from it. */
export interface CheckView {
  readonly kind: ReportCheckKind;
  readonly isBlocking: boolean;
  readonly words: string;
  readonly streams: string;
  readonly ways: readonly { readonly text: string; readonly href: string }[];
  readonly moves: ReportCheckLineFragment['moves'];
}

/** The checks of a report, what is in the way first. */
export const checkViews = (checks: readonly ReportCheckLineFragment[], report: Checked): CheckView[] =>
  checks.map((check) => ({
    ...{ kind: check.kind, isBlocking: check.isBlocking, words: check.words, moves: check.moves },
    streams: check.streams.map(streamName).join(', '),
    ways: waysOf(check, report),
  }));

function waysOf({ kind, sections }: ReportCheckLineFragment, report: Checked) {
  const { id, financialYear, upTo } = report;
  if (kind === 'OPEN_FAULTS' || kind === 'RECORDS_END_BEFORE')
    return [
      {
        text: 'What is wrong before it can be reported',
        href: addressOf(BEFORE_REPORT_PATH, {}, { financialYear, upTo }),
      },
    ];
  if (kind === 'COMMENTARY_MISSING')
    return report.sections
      .filter(({ key }) => sections.includes(key))
      .map(({ key, heading }) => ({ text: heading, href: sectionHref(id, key) }));
  if (kind === 'SMALL_NUMBERS')
    return [{ text: 'The version for the public', href: reportHref(id, { isPublic: true }) }];
  return [];
}
