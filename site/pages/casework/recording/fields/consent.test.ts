import { consent } from './consent';

const read = (form: Record<string, string>) => consent.read({ name: 'consent', form, about: {} as never });

it('consent is asked for where somebody complains for somebody else, and is not needed otherwise', () => {
  expect(read({ 'complainant-surname': 'Madeup' })).toEqual({ value: 'NOT_NEEDED' });
  for (const who of ['representative', 'concerned'])
    expect(read({ [`${who}-surname`]: 'Madeup' })).toEqual({
      problem: { field: 'consent', says: expect.stringContaining('Say whether') },
    });
  expect(read({ 'concerned-surname': 'Madeup', consent: 'AWAITED' })).toEqual({ value: 'AWAITED' });
});
