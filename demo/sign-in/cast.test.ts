import { demonstrationPeople } from '../people';
import { cast, castMember } from './cast';
import { choosePage } from './choose-page';

describe('the made-up people', () => {
  it('are each introduced, in the order of the demonstration', () => {
    expect(cast.map(({ person }) => person)).toEqual(demonstrationPeople);
    for (const { name, work, opens } of cast) {
      for (const words of [name, work, opens]) expect(words).toMatch(/^[A-Z][^<>&]+[^.]$/);
    }
    expect(new Set(cast.map(({ name }) => name)).size).toBe(cast.length);
  });

  it('are found by their subject, and nobody else is', () => {
    expect(castMember('sid')?.person).toMatchObject({ role: 'partner', partner: 'stockport-homes' });
    for (const nobody of ['', 'SID', 'constructor', '__proto__', 'nobody'])
      expect(castMember(nobody)).toBeNull();
  });

  it('are all on the page on which one chooses, each with a link to go on as them', () => {
    const page = choosePage();
    for (const { person, name } of cast)
      expect(page).toContain(`<a href="?person=${person.subject}">${name}</a>`);
    expect(page).toContain('<html lang="en-GB">');
    expect(page).not.toMatch(/<script|style=/);
  });
});
