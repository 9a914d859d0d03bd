import { streamName } from '../../../../domain/figures/names';
import { addressOf } from '../../../filters/address';
import { QUARTERS } from '../../../filters/parts';
import type {
  BeforeReportCoverageQuery,
  BeforeReportQuery,
} from '../../../operations/__generated__/operations';
import type { Reach } from '../../reach';
import { faultWords, WORD_CODES } from '../fault-words';
import {
  BEFORE_REPORT_PATH,
  DUPLICATES_PATH,
  faultsHref,
  quarantineHref,
  roomsFor,
  wordHref,
} from '../paths';
import { sourceName } from '../quality-names';
import { coverageGaps, type Gap, shortSources } from './gaps';
import type { ChosenPeriod } from './period';

/** One thing that is still wrong. */
export interface Item {
  readonly name: string;
  readonly note: string;
  /** Null where it is one thing, and not so many of a kind. */
  readonly count: number | null;
  readonly href: string | null;
}

/** One kind of what is still wrong; shown only where there is something of it. */
export interface WrongPart {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly items: readonly Item[];
}

interface Asked {
  readonly chosen: ChosenPeriod;
  readonly reach: Pick<Reach, 'sources' | 'isLost'>;
  readonly answer: BeforeReportQuery;
  readonly coverage: NonNullable<BeforeReportCoverageQuery['coverage']>;
  readonly role: string;
}

type Tally = NonNullable<BeforeReportQuery['faults']>[number];

/** What is still wrong before a period can be reported. */
export function beforeReportView(asked: Asked) {
  const { chosen, reach, answer, coverage } = asked;
  const { financialYear, upTo, days, isQuarterAlone } = chosen;
  const parts = [
    rowsPart(asked),
    faultsPart(asked),
    wordsPart(asked),
    pairsPart(asked),
    gapsPart('sources', {
      title: 'Systems whose records do not reach over the whole period',
      gaps: reach.isLost ? [] : shortSources(reach, days, (source) => sourceName(answer.sources, source)),
    }),
    gapsPart('coverage', {
      title: 'What was not recorded',
      gaps: coverageGaps(coverage, days),
    }),
  ].filter(({ items }) => items.length > 0);
  const parameters = { financialYear, upTo, only: isQuarterAlone ? 'quarter' : null };
  return {
    rooms: roomsFor(BEFORE_REPORT_PATH),
    path: BEFORE_REPORT_PATH,
    chosen,
    quarters: QUARTERS,
    parts,
    isReachLost: reach.isLost,
    reportHref: addressOf('/reports/mid-year', {}, { financialYear, upTo }),
    csvHref: addressOf(`${BEFORE_REPORT_PATH}.csv`, {}, parameters),
  };
}

const noteOf = (stream: Tally['stream']): string => (stream === null ? 'No stream told' : streamName(stream));
const about = ({ days }: ChosenPeriod) => ({ aboutFrom: days.from, aboutTo: days.to });

function rowsPart({ chosen, answer: { rows, sources } }: Asked): WrongPart {
  return {
    id: 'rows',
    title: 'Rows that are not counted yet',
    says: 'They wait in quarantine, or are about to be counted. One that tells no usable day may belong to any quarter that its import covers, and is listed for each of them.',
    items: (rows ?? []).map(({ source, stream, open, settled }) => ({
      ...{ name: sourceName(sources, source ?? ''), note: noteOf(stream), count: open + settled },
      href: quarantineHref({ source, stream, state: 'UNCOUNTED', ...about(chosen) }),
    })),
  };
}

function faultsPart({ chosen, answer: { faults, sources } }: Asked): WrongPart {
  const others = (faults ?? []).filter(({ code }) => !WORD_CODES.includes(code ?? ''));
  return {
    id: 'faults',
    title: 'Open faults that touch figures',
    says: 'The records are counted, as far as each fault lets them be.',
    items: others.map(({ code, source, stream, open }) => ({
      name: `${faultWords(code ?? '').title} (${sourceName(sources, source ?? '')})`,
      ...{ note: noteOf(stream), count: open },
      href: faultsHref({ source, code, stream, state: 'OPEN', ...about(chosen), touching: 'figures' }),
    })),
  };
}

function wordsPart({ chosen, answer: { words, sources }, role }: Asked): WrongPart {
  return {
    id: 'words',
    title: 'Words that nobody has given a meaning',
    says: 'Their records are counted as “Not recorded” in what the word is about.',
    items: (words ?? []).map(({ code, source, stream, word, open }) => ({
      name: `“${word ?? 'not shown'}”: ${faultWords(code ?? '').title.toLowerCase()} (${sourceName(sources, source ?? '')})`,
      ...{ note: noteOf(stream), count: open },
      href:
        role === 'admin' && source !== null && word !== null
          ? wordHref(source, word)
          : faultsHref({ source, code, stream, state: 'OPEN', ...about(chosen), touching: 'figures' }),
    })),
  };
}

function pairsPart({ chosen: { days }, answer: { pairs } }: Asked): WrongPart {
  const count = pairs?.totalCount ?? 0;
  const narrowed = { state: 'OPEN', receivedFrom: days.from, receivedTo: days.to };
  const item = { name: 'Likely duplicates', note: 'Streams of both records', count };
  return {
    id: 'pairs',
    title: 'Records that may be one complaint',
    says: 'No figure changes by what is decided; whoever answers for the figures may be asked.',
    items: count === 0 ? [] : [{ ...item, href: addressOf(DUPLICATES_PATH, {}, narrowed) }],
  };
}

const gapsPart = (
  id: string,
  { title, gaps }: { readonly title: string; readonly gaps: readonly Gap[] },
): WrongPart => ({
  ...{ id, title, says: '' },
  items: gaps.map(({ stream, says }) => ({ name: says, note: stream, count: null, href: null })),
});
