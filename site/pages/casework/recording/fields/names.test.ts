import { chooseName, serviceByName } from './names';

const SERVICES = [
  { id: 'refuse', name: 'Refuse & Recycling', directorate: 'Place' },
  { id: 'bulky', name: 'Bulky Refuse', directorate: 'Place' },
  { id: 'parks', name: 'Parks', directorate: 'Place' },
];
const about = { services: SERVICES, channels: ['Phone'] } as never;
const service = serviceByName('The service', 'A part will do');
const read = (typed: string, seen = about) =>
  service.read({ name: 'serviceId', form: { serviceId: typed }, about: seen });

describe('a service by its name', () => {
  it('is found by its whole name, whatever its capitals, or by words that no other has', () => {
    expect(read(' refuse & recycling ')).toEqual({ value: 'refuse' });
    expect(read('recyc')).toEqual({ value: 'refuse' });
    expect(read('')).toEqual({ value: null });
    expect(read('refuse bulky')).toEqual({ value: 'bulky' });
  });

  it.each([
    ['bins', /No service has these words/],
    ['refuse', /“Refuse & Recycling”, “Bulky Refuse”\. Write one of them/],
  ])('is asked for again where %s means none or several', (typed, says) => {
    expect(read(typed)).toEqual({ problem: { field: 'serviceId', says: expect.stringMatching(says) } });
  });

  it('is not guessed where the services cannot be had', () => {
    expect(read('Parks', { services: null } as never)).toEqual({
      problem: { field: 'serviceId', says: expect.stringContaining('cannot be had just now') },
    });
  });
});

it('a name that was chosen stays where the names cannot be had, or have changed', () => {
  const field = chooseName('How', { none: 'Not known yet', namesOf: ({ channels }) => channels });
  const given = { name: 'channel', form: { channel: 'Fax' } };
  expect(field.shows?.({ ...given, about: { channels: null } as never, problems: [] })).toEqual({
    items: [
      { value: '', text: 'Not known yet' },
      { value: 'Fax', text: 'Fax' },
    ],
  });
  expect(field.read({ ...given, about })).toEqual({ value: 'Fax' });
});
