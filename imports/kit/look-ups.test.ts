import { toDay } from '../../domain/calendar/day';
import { wordTable } from '../cells/text';
import { channelIn, serviceIn, wordIn } from './look-ups';
import { namesOf } from './names';
import { faultsFor } from './row-faults';

const start = faultsFor<'Cell', 'UNKNOWN_SERVICE' | 'UNKNOWN_CHANNEL' | 'UNKNOWN_WORD'>({
  actions: { UNKNOWN_SERVICE: 'Kept.', UNKNOWN_CHANNEL: 'Kept.', UNKNOWN_WORD: 'Kept.' },
  personalColumns: new Set(),
});
const rowOf = (cell: string) => start({ line: 2, cells: { Cell: cell } });
const names = namesOf({
  services: [{ id: 'parks', name: 'Greenspace', formerNames: ['Parks'] }],
  directorates: [],
  channels: [{ name: 'Phone', otherNames: ['Telephone'] }],
  mapped: [{ kind: 'service', word: 'parx', from: '2021-05-01', serviceId: 'parks' }],
});
const on = (day: string) => ({ names, receivedOn: toDay(day) });

describe('a name in a column', () => {
  it.each([
    ['a former name of a service, in any case', ' parks ', 'parks', 'parks', 0],
    ['nothing', '  ', null, null, 0],
    ['a name that nobody knows', 'Parcs', null, 'Parcs', 1],
    ['a word that was given a meaning, which whoever keeps the record gives it', 'Parx', null, 'Parx', 0],
  ])('of a service: %s', (_, cell, serviceId, serviceWritten, faults) => {
    const row = rowOf(cell);
    expect(serviceIn(row, 'Cell', on('2021-06-01'))).toEqual({ serviceId, serviceWritten });
    expect(row.faults).toHaveLength(faults);
  });

  it('has the meaning that a word was given from its day on alone', () => {
    const row = rowOf('Parx');
    expect(serviceIn(row, 'Cell', on('2021-04-30'))).toEqual({ serviceId: null, serviceWritten: 'Parx' });
    expect(row.faults.map(({ code }) => code)).toEqual(['UNKNOWN_SERVICE']);
  });

  it('of a channel is its own name, whichever was written', () => {
    const [known, unknown] = [rowOf('telephone'), rowOf('Pigeon')];
    expect(channelIn(known, 'Cell', on('2021-06-01'))).toEqual({
      channel: 'Phone',
      channelWritten: 'telephone',
    });
    expect(channelIn(unknown, 'Cell', on('2021-06-01'))).toEqual({ channel: null, channelWritten: 'Pigeon' });
    expect([known.faults.length, unknown.faults.length]).toEqual([0, 1]);
  });
});

describe('a listed word', () => {
  const table = wordTable([['High', 'HIGH']]);

  it('means what its list says, else nothing, with a fault unless people decided since what it means', () => {
    const decided = (written: string) => (written === 'Hi' ? 'HIGH' : null);
    const read = (cell: string) => {
      const row = rowOf(cell);
      const word = wordIn(row, 'Cell', { table, unknown: 'UNKNOWN_WORD', decided });
      return { ...word, faults: row.faults.length };
    };
    expect(read(' high ')).toEqual({ means: 'HIGH', written: 'high', faults: 0 });
    expect(read('Hi')).toEqual({ means: null, written: 'Hi', faults: 0 });
    expect(read('Tall')).toEqual({ means: null, written: 'Tall', faults: 1 });
    expect(read('')).toEqual({ means: null, written: null, faults: 0 });
  });
});
