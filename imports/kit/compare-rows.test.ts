import { CLOSURE_CODES } from '../corporate-crm/codes';
import { compareRows, meaningIn } from './compare-rows';
import { namesOf } from './names';

const names = namesOf({
  services: [{ id: 'parking', name: 'Parking', formerNames: ['Parking Services'] }],
  directorates: [],
  channels: [],
});
const listed = {
  Code: meaningIn(CLOSURE_CODES),
  Service: (cell: string) => names.serviceIdOf(cell),
  Status: () => null,
  'stages[].outcome': meaningIn(CLOSURE_CODES),
};
const compare = (one: Record<string, string>, other: Record<string, string>) =>
  compareRows({ one, other }, { listed, names });

describe('two rows of one record', () => {
  it.each([
    ['the same day in another form', { On: '04/05/2021' }, { On: '2021-05-04' }, 'same'],
    ['the same word of a list', { Code: 'UPH' }, { Code: ' upheld ' }, 'same'],
    ['a service by its former name', { Service: 'Parking' }, { Service: 'PARKING services' }, 'same'],
    ['a word in another case', { Status: 'Open' }, { Status: 'OPEN' }, 'same'],
    ['words that only mean alike', { Status: 'Open' }, { Status: 'In progress' }, 'different'],
    ['another word', { Code: 'UPH' }, { Code: 'NUPH' }, 'different'],
    ['two words that nobody knows', { Code: 'X1' }, { Code: 'X2' }, 'different'],
    ['what a list holds', { 'stages[1].outcome': 'UPH' }, { 'stages[1].outcome': 'CL01' }, 'same'],
    ['text in another case', { Text: 'No' }, { Text: 'NO' }, 'different'],
    ['a blank key', { Text: 'a', Other: '' }, { Text: 'a' }, 'same'],
    ['no seconds', { At: '04/05/2021 10:00', Text: 'a' }, { At: '2021-05-04 10:00:09', Text: 'a' }, 'less'],
    [
      'seconds and a nought',
      { At: '2021-05-04 10:00:09', Line: '07' },
      { At: '4/5/21 10:00', Line: '7' },
      'more',
    ],
    [
      'seconds, and no nought',
      { At: '2021-05-04 10:00:09', Line: '7' },
      { At: '4/5/21 10:00', Line: '07' },
      'different',
    ],
  ])('%s', (_, one, other, expected) => {
    expect(compare(one, other)).toBe(expected);
  });
});
