import { shortDayWords } from '../../../../domain/figures/days';
import { streamName } from '../../../../domain/figures/names';
import { countedWords } from '../../../../domain/figures/numbers';
import type { Parameters } from '../../../filters/address';
import type { QualityOverviewQuery } from '../../../operations/__generated__/operations';
import { faultWords } from '../fault-words';
import { faultsHref, QUALITY_PATH, quarantineHref, roomsFor } from '../paths';
import { sourceName } from '../quality-names';
import { ageRows, type DayTally, monthRows } from './times';

type Tally = NonNullable<QualityOverviewQuery['faultsBySource']>[number];
type HrefOf = (parameters: Parameters) => string;

/** What the overview shows: of rows and of faults a number each, and tables of what they are divided by. */
export function overviewView(answer: QualityOverviewQuery, now: Date) {
  const rows = kindView(answer, { kind: 'rows', now });
  const faults = kindView(answer, { kind: 'faults', now });
  return { rooms: roomsFor(QUALITY_PATH), kinds: [rows, faults] };
}

function kindView(answer: QualityOverviewQuery, { kind, now }: { kind: 'rows' | 'faults'; now: Date }) {
  const isRows = kind === 'rows';
  const bySource = (isRows ? answer.rowsBySource : answer.faultsBySource) ?? [];
  const byCode = (isRows ? answer.rowsByCode : answer.faultsByCode) ?? [];
  const byStream = (isRows ? answer.rowsByStream : answer.faultsByStream) ?? [];
  const byDay: readonly DayTally[] = (isRows ? answer.rowsByDay : answer.faultsByDay) ?? [];
  const hrefOf: HrefOf = isRows ? quarantineHref : faultsHref;
  const open = bySource.reduce((sum, tally) => sum + tally.open, 0);
  const settled = bySource.reduce((sum, tally) => sum + tally.settled, 0);
  const words = isRows ? { one: 'row', many: 'rows' } : { one: 'fault', many: 'faults' };
  const divided = dividedBy(answer, hrefOf);
  return {
    id: kind,
    title: isRows ? 'Rows in quarantine' : 'Faults of rows and files',
    says: isRows
      ? 'They are in no figure until somebody puts them right.'
      : 'What was not as it should be. Most such rows are counted, as the fault says.',
    open: { count: open, words: countedWords({ count: open, ...words }), href: hrefOf({ state: 'OPEN' }) },
    settled: { count: settled, href: hrefOf({ state: 'SETTLED' }) },
    tables: [
      { head: 'System', rows: bySource.map(divided.source) },
      { head: 'What is wrong', rows: byCode.map(divided.code) },
      { head: 'Stream', rows: byStream.map(divided.stream) },
    ],
    ages: ageRows(byDay, { now, hrefOf }),
    months: monthRows(byDay, { hrefOf }),
  };
}

/** The rows of the tables: each number leads to its list. What belongs to no stream cannot be narrowed to, and leads nowhere. */
function dividedBy({ sources }: QualityOverviewQuery, hrefOf: HrefOf) {
  const row = (name: string, tally: Tally, narrowed: Parameters | null) => ({
    name,
    open: tally.open,
    settled: tally.settled,
    openHref: narrowed && hrefOf({ ...narrowed, state: 'OPEN' }),
    settledHref: narrowed && hrefOf({ ...narrowed, state: 'SETTLED' }),
    oldest: tally.oldestOpen === null ? '' : shortDayWords(tally.oldestOpen),
  });
  return {
    source: (tally: Tally) =>
      row(sourceName(sources, tally.source ?? ''), tally, { source: tally.source ?? '' }),
    code: (tally: Tally) => row(faultWords(tally.code ?? '').title, tally, { code: tally.code ?? '' }),
    stream: (tally: Tally) =>
      tally.stream === null
        ? row('None, or not told', tally, null)
        : row(streamName(tally.stream), tally, { stream: tally.stream }),
  };
}
