import { partyShown, readParty } from './party-texts';

const form = {
  'who-surname': ' Madeup ',
  'who-bornOn-day': '2',
  'who-bornOn-month': '3',
  'who-bornOn-year': '1970',
};

it('somebody is read as they were typed, and what is empty is nothing', () => {
  expect(readParty(form, 'who')).toEqual({
    value: {
      ...{ surname: 'Madeup', bornOn: '1970-03-02', title: null, forename: null, relationship: null },
      ...{ telephone: null, email: null, address: null, postcode: null },
    },
  });
  expect(
    partyShown({ form, name: 'who', problems: [] }).texts.find(({ part }) => part === 'surname')?.field.value,
  ).toBe('Madeup');
});

it('a day of birth that is none is told beside itself', () => {
  expect(readParty({ ...form, 'who-bornOn-day': '31', 'who-bornOn-month': '2' }, 'who')).toEqual({
    problem: { field: 'who-bornOn', says: expect.stringContaining('Give the day of birth') },
  });
});
