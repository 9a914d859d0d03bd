import { toDay } from '../../domain/calendar/day';
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

describe('words that people gave a meaning', () => {
  const mapped = namesOf({
    services: [{ id: 'greenspace', name: 'Greenspace', formerNames: ['Parx'] }],
    directorates: [],
    channels: [{ name: 'Letter', otherNames: ['Fax'] }],
    mapped: [
      { kind: 'service', word: 'parx', from: '2021-04-01', serviceId: 'greenspace' },
      { kind: 'channel', word: 'fax', from: '2021-04-01', channel: 'Letter' },
      {
        ...{ kind: 'closure-code', source: 'adults', word: 'x1', from: '2021-04-01' },
        ...{ outcome: 'UPHELD', closureReason: 'ANSWERED' },
      },
    ],
  });
  const [dayBefore, day] = [toDay('2021-03-31'), toDay('2021-04-01')];

  it('have it from their day on, though they are among the names', () => {
    expect(mapped.serviceIdOf('PARX', day)).toBe('greenspace');
    expect(mapped.serviceIdOf('PARX', dayBefore)).toBeNull();
    expect(mapped.channelOf(' fax', day)).toBe('Letter');
    expect(mapped.channelOf(' fax', dayBefore)).toBeNull();
  });

  it('leave other names as they always were', () => {
    expect(mapped.serviceIdOf('greenspace', dayBefore)).toBe('greenspace');
  });

  it('say how a stage ended in their own system', () => {
    const upheld = { outcome: 'UPHELD', closureReason: 'ANSWERED' };
    expect(mapped.closureOf({ source: 'adults', written: 'X1', receivedOn: day })).toEqual(upheld);
    expect(mapped.closureOf({ source: 'adults', written: 'X1', receivedOn: dayBefore })).toBeNull();
    expect(mapped.closureOf({ source: 'corporate-crm', written: 'X1', receivedOn: day })).toBeNull();
  });
});
