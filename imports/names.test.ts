import { namesOf } from './names';

const names = namesOf({
  services: [
    { id: 'parks', name: 'Parks', formerNames: ['Green Space', 'Trees'] },
    { id: 'trees', name: 'Trees', formerNames: [] },
  ],
  directorates: [{ id: 'place', name: 'Services to Place' }],
  channels: [{ name: 'Email', otherNames: ['E-mail'] }],
});

describe('names of the directory', () => {
  it('are found by present and former name, whatever the case and spaces', () => {
    expect(names.serviceIdOf('parks')).toBe('parks');
    expect(names.serviceIdOf('  GREEN   space ')).toBe('parks');
    expect(names.directorateIdOf('services TO place ')).toBe('place');
    expect(names.channelOf('e-MAIL')).toBe('Email');
    expect(names.channelOf('email')).toBe('Email');
  });

  it('mean the service that bears a name now before one that bore it once', () => {
    expect(names.serviceIdOf('Trees')).toBe('trees');
  });

  it('are not guessed', () => {
    expect(names.serviceIdOf('Greenspace')).toBeNull();
    expect(names.directorateIdOf('')).toBeNull();
    expect(names.channelOf('Fax')).toBeNull();
  });
});
