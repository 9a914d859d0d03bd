import { dayWords } from '../../../domain/figures/days';
import { countWords, rateWords, shareWords } from '../../../domain/figures/numbers';
import { addressOf } from '../../filters/address';
import { filterModel } from '../../filters/parts';
import type { SignalLineFragment } from '../../operations/__generated__/operations';
import { STATES } from './chosen-signals';
import { NOTE_PATH } from './paths';
import { signalChart } from './signal-chart';

type Note = SignalLineFragment['notes'][number];

const JUDGEMENTS = {
  BETTER: { text: 'Better', kind: 'good' },
  WORSE: { text: 'Worse', kind: 'bad' },
  SAME: { text: 'The same', kind: null },
  CHANGED: { text: 'Neither better nor worse by itself', kind: null },
} as const;

/** What people call a state. */
const stateWords = (state: SignalLineFragment['state']): string =>
  STATES.find(({ value }) => value === state)?.text ?? state;

/** A signal as the list shows it. `place` tells it apart on its page. */
export function signalView(signal: SignalLineFragment, place: number, period: string) {
  const { sentence, rule, direction, judgement, state, notes } = signal;
  return {
    ...{ id: `signal-${place + 1}`, sentence, rule, state: stateWords(state), isOpen: state === 'OPEN' },
    side: direction === 'ROSE' ? 'Up' : 'Down',
    judgement: JUDGEMENTS[judgement],
    listHref: listHref(signal),
    noteHref: addressOf(NOTE_PATH, {}, { id: signal.id, period }),
    chart: signalChart(signal, `signal-${place + 1}`),
    services: signal.services.map(serviceView),
    madeOf: signal.madeOf.map(({ name, value, expected }) => ({
      ...{ name, value: countWords(value), expected: String(Math.round(expected * 10) / 10) },
    })),
    notes: notes.map(noteView),
  };
}

/** What somebody found out, as a page shows it. */
export const noteView = ({ text, state, writtenBy, writtenAt, version }: Note) => ({
  ...{ text, version, state: stateWords(state) },
  by: `${writtenBy}, ${dayWords(writtenAt.slice(0, 10))}`,
});

const serviceView = ({ name, value, numerator, denominator }: SignalLineFragment['services'][number]) => ({
  ...{
    name,
    rate: rateWords({ value, numerator, denominator }),
    share: shareWords({ numerator, denominator }),
  },
});

/** The complaints that it counts. */
function listHref({ measure, dimension, name, stream, stage, from, to }: SignalLineFragment): string {
  const named = { SERVICE: 'services', DIRECTORATE: 'directorates', THEME: 'themes' } as const;
  const filter = filterModel.parse({
    streams: [stream],
    stages: [stage],
    from,
    to,
    [named[dimension]]: [name],
  });
  return addressOf('/complaints', filter, { measure });
}
