import { toDay } from '../../../domain/calendar/day';
import { findSignals } from './find-signals';
import { JUDGED_MEASURES, type JudgedMeasure } from './judged-measures';
import { madeOf } from './made-of';
import { quarterAt, quartersBefore } from './quarters';
import type { Series } from './read-series';
import { idOf, signalOf } from './signal';
import { signalRule, signalSentence } from './signal-words';

const quarters = quartersBefore(quarterAt(toDay('2021-07-01')), 10);
const known = {
  services: [{ id: 'parks', name: 'Parks', formerNames: [], directorateId: 'place', directorate: 'Place' }],
  directorates: [{ id: 'place', name: 'Place' }],
  lastStage: 2,
};

function judged(name: JudgedMeasure['measure']): JudgedMeasure {
  const found = JUDGED_MEASURES.find(({ measure }) => measure === name);
  if (found === undefined) throw new Error(`${name} is not judged`);
  return found;
}
const series = (
  of: JudgedMeasure,
  given: Pick<Series, 'dimension' | 'name'>,
  counts: readonly (number | null)[],
  size = 1,
): Series => ({
  ...{ of, stream: 'CORPORATE', stage: 1, ...given },
  parts: counts.map((count) => (count === null ? null : { count, of: size })),
});
const RISEN = [20, 22, 19, 21, 20, 18, 22, 20, 44, 43];
const PLACE = series(judged('RECEIVED'), { dimension: 'DIRECTORATE', name: 'Place' }, RISEN);
const PARKS = series(
  judged('RECEIVED'),
  { dimension: 'SERVICE', name: 'Parks' },
  [2, 2, 2, 2, 2, 2, 2, 2, 4, 3],
);

describe('finding signals', () => {
  it('names a directorate that rose, and the services on its side that are too small by themselves', () => {
    const { signals, judged: count, tooFew } = findSignals([PLACE, PARKS], { quarters, known });
    expect(signals).toMatchObject([{ series: { name: 'Place' }, from: '2021-04-01', to: '2021-09-30' }]);
    expect(signals[0]?.madeOf).toEqual([{ name: 'Parks', value: 7, expected: 4 }]);
    expect([count, tooFew]).toEqual([2, 0]);
    const [place] = signals;
    if (!place) throw new Error('Place rose');
    expect(signalSentence(place)).toContain('Stage 1 complaints of Place (Corporate) rose to 87');
    expect(signalRule(place)).toContain('the 8 quarters before');
    expect(madeOf({ ...place, kind: 'AMONG_SERVICES' }, { all: [PARKS], quarters, known })).toEqual([]);
  });

  it('shows a signal by the id of its directorate, with its newest note', () => {
    const [place] = findSignals([PLACE], { quarters, known }).signals;
    if (!place) throw new Error('Place rose');
    const id = idOf(place, known);
    expect(id).toBe('OVER_TIME/RECEIVED/DIRECTORATE/CORPORATE/1/place/2021-04-01/2021-09-30');
    const note = { version: 2, text: 'Why', state: 'EXPLAINED', writtenBy: 'olu', writtenAt: '' } as const;
    const shown = signalOf(place, { id, asAt: toDay('2021-10-01'), notes: [note] });
    expect(shown).toMatchObject({ state: 'EXPLAINED', version: 2, judgement: 'CHANGED', direction: 'ROSE' });
    expect(shown.question).toMatchObject({ directorates: ['Place'], services: null, asAt: '2021-10-01' });
  });

  it('judges what went on a quarter later, and a quarter that was not recorded not at all', () => {
    const late = series(
      judged('WENT_ON_RATE'),
      { dimension: 'SERVICE', name: 'Parks' },
      [9, 9, 9, 9, 9, 9, 9, 9, 28, 0],
      30,
    );
    const { signals } = findSignals([late], { quarters, known });
    expect(signals).toMatchObject([{ from: '2021-04-01', to: '2021-06-30', now: { count: 28, of: 30 } }]);
    const gone = { ...PLACE, parts: [...PLACE.parts.slice(0, -1), null] };
    expect(findSignals([gone], { quarters, known })).toEqual({ judged: 0, tooFew: 1, signals: [] });
  });

  it('finds nothing of nothing', () => {
    expect(findSignals([], { quarters, known })).toEqual({ judged: 0, tooFew: 0, signals: [] });
  });
});
