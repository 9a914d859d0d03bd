import type { CaseworkProduct } from '../../graph/journeys/casework-product';
import { ANA } from '../../graph/journeys/people';
import { type Kept, type KeptStage, type Ledger, latest, STREAMS, type Stream } from './ledger';

type Figures = Readonly<Record<string, number>>;

const FIGURES = `received escalated direct wentOn acknowledged acknowledgedInTime answered answeredInTime
  upheld partiallyUpheld notUpheld closed open overdue`;

/** The figures of each stream as the product tells them to an analyst; what is zero is left out. */
export async function toldFigures(product: CaseworkProduct, from: string): Promise<Record<string, Figures>> {
  const fields = STREAMS.map(
    (stream) => `${stream}: measures(by: [], where: { streams: [${stream.toUpperCase()}], from: "${from}",
      to: "${product.today()}" }) { rows { ${FIGURES} } }`,
  );
  const told = await product.read<Record<string, { rows: Record<string, number | null>[] }>>(
    ANA,
    `{ ${fields.join(' ')} }`,
  );
  return Object.fromEntries(
    Object.entries(told).map(([stream, { rows }]) => [stream, counted(rows[0] ?? {})]),
  );
}

const counted = (figures: Readonly<Record<string, number | null>>): Figures =>
  Object.fromEntries(Object.entries(figures).flatMap(([name, value]) => (value ? [[name, value]] : [])));

/** What the figures say of ombudsmen's cases. */
export async function ombudsmanFigures(product: CaseworkProduct): Promise<readonly object[]> {
  const { measures } = await product.read<{ measures: { rows: object[] } }>(
    ANA,
    `{ measures(by: [], where: { streams: [CORPORATE], from: "2026-06-01", to: "2026-06-30" }) { rows {
       referredToOmbudsman ombudsmanDecided remediesDue remediesDone remediesDoneInTime } } }`,
  );
  return measures.rows;
}

/** What the figures say of what answers promised. */
export async function promiseFigures(product: CaseworkProduct): Promise<readonly object[]> {
  const { measures } = await product.read<{ measures: { rows: object[] } }>(
    ANA,
    `{ measures(by: [], where: { streams: [CORPORATE], from: "2026-06-01", to: "2026-06-30" }) { rows {
       promisesMade promisesDue promisesKeptInTime promisesKeptLate promisesOverdue promisesLate
       inTimeWithPromises inTimePromiseLate promiseKeptInTimeRate } } }`,
  );
  return measures.rows;
}

/** The figures of each stream, counted from the ledger. */
export const keptFigures = (ledger: Ledger, today: string): Record<string, Figures> =>
  Object.fromEntries(STREAMS.map((stream) => [stream, counted(ofStream(ledger, stream, today))]));

function ofStream(ledger: Ledger, stream: Stream, today: string): Figures {
  const cases = ledger.cases.filter((kept) => kept.stream === stream && kept.ended !== 'SETTLED');
  const stages = cases.flatMap((kept) => kept.stages.map((stage) => ({ kept, stage })));
  const count = (isCounted: (stage: KeptStage, kept: Kept) => boolean) =>
    stages.filter(({ stage, kept }) => isCounted(stage, kept)).length;
  const isOpen = (stage: KeptStage, kept: Kept) => kept.ended === null && stage === latest(kept);
  const found = (outcome: string) => count((stage) => stage.outcome === outcome);
  return {
    received: count(() => true),
    escalated: count((stage, kept) => stage !== kept.stages[0]),
    direct: count((stage, kept) => stage === kept.stages[0] && stage.number > 1),
    wentOn: count((stage, kept) => stage !== latest(kept)),
    acknowledged: count(({ acknowledgedOn }) => acknowledgedOn !== null),
    acknowledgedInTime: count(({ acknowledgedInTime }) => acknowledgedInTime),
    answered: count(({ answeredOn }) => answeredOn !== null),
    answeredInTime: count(({ answeredInTime }) => answeredInTime),
    ...{
      upheld: found('UPHELD'),
      partiallyUpheld: found('PARTIALLY_UPHELD'),
      notUpheld: found('NOT_UPHELD'),
    },
    closed: cases.filter(({ ended }) => ended !== null).length,
    open: count(isOpen),
    overdue: count(
      (stage, kept) => isOpen(stage, kept) && (ledger.answerDueOn(kept, stage) ?? today) < today,
    ),
  };
}
