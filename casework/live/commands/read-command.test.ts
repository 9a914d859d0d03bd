import { Given } from './given';
import { commandEventsOf, isCommandEvent, mutationOf } from './mutation-names';
import { readAppointed, readFindings, readParties, readPoints } from './people';
import { readCommand } from './read-command';
import { readRecord } from './read-record';

const partOf = (given: Given) => given.unusable?.part ?? null;

describe('the mutations of a stream', () => {
  it('are named by verb, stream and noun, for the events that its procedure has', () => {
    expect([mutationOf('agreePlan', 'adults'), mutationOf('settle', 'adults')]).toEqual([
      'agreeAdultsPlan',
      'settleAdultsConcern',
    ]);
    const stages = [
      { events: [{ event: 'note' }, { event: 'record' }] },
      { events: [{ event: 'note' }, { event: 'redate' }] },
    ] as const;
    expect(commandEventsOf(stages)).toEqual(['record', 'note']);
    expect([isCommandEvent('takeOver'), isCommandEvent('promise')]).toEqual([false, false]);
  });
});

describe('the arguments of a command', () => {
  it('are facts without words, and the words apart', () => {
    const { command, given } = readCommand('extend', {
      ...{ limit: 'ANSWER', on: '2026-05-12', to: '2026-06-01', reason: ' A witness is away. ' },
    });
    expect(command).toEqual({
      ...{ event: 'extend', limit: 'ANSWER', on: '2026-05-12', to: '2026-06-01' },
      ...{ hasReason: true, isForGoodReason: false },
    });
    expect(given.words).toEqual([{ part: 'REASON', words: 'A witness is away.' }]);
    expect(given.unusable).toBeNull();
  });

  it('say that there is no reason where it is blank: the procedure decides whether one is wanted', () => {
    expect(readCommand('handBack', { reason: '  ' }).command).toEqual({
      event: 'handBack',
      hasReason: false,
    });
  });

  it.each<[string, Parameters<typeof readCommand>[0], object, string]>([
    ['no day', 'resume', { on: '2026-02-30' }, 'on'],
    ['another type', 'resume', { on: 20260512 }, 'on'],
    ['an empty note', 'note', { note: ' ' }, 'note'],
    ['too many words', 'note', { note: 'x'.repeat(10_001) }, 'note'],
    ['half a character', 'note', { note: 'Late \ud800 again' }, 'note'],
    ['half a character in what is counted', 'assign', { group: '\udfff' }, 'group'],
    ['no subject', 'assign', { to: 'Ann Other' }, 'to'],
    ['no id of a service', 'assign', { serviceId: 'a b' }, 'serviceId'],
    ['no name', 'appoint', { as: 'INDEPENDENT_PERSON', person: { person: 'ip', name: '' } }, 'person'],
  ])('are refused by the part that cannot be meant: %s', (_, event, asked, part) => {
    expect(partOf(readCommand(event, asked).given)).toBe(part);
  });

  it('keep findings by the numbers of their elements, and the names of those who are appointed with the complaint', () => {
    const given = new Given();
    const findings = readFindings(given, 'findings', [{ point: 'Late', finding: 'UPHELD' }]);
    expect(findings).toEqual([{ point: 1, finding: 'UPHELD' }]);
    expect(readAppointed(given, 'members', { person: 'p1', name: 'Pat Made-up' })).toBe('p1');
    readPoints(given, []);
    expect(given.words).toEqual([{ part: 'POINT_1', words: 'Late' }]);
    expect(given.parties).toMatchObject([{ kind: 'APPOINTED', person: 'p1', surname: 'Pat Made-up' }]);
  });
});

describe('a complaint that is to be recorded', () => {
  it('is facts, with what was said and everybody in it apart', () => {
    const { command, given } = readRecord({
      ...{ receivedOn: '2026-05-11', summary: 'Late again', points: ['One', 'Two'], channel: 'Phone' },
      parties: [{ kind: 'COMPLAINANT', surname: 'Madeup', bornOn: null }],
    });
    expect(command).toMatchObject({
      ...{ event: 'record', stage: 1, channel: 'Phone', consent: 'NOT_NEEDED', hasDirectReason: false },
    });
    expect(given.words.map(({ part }) => part)).toEqual(['SUMMARY', 'POINT_1', 'POINT_2']);
    expect(given.parties).toHaveLength(1);
    expect(JSON.stringify(command)).not.toMatch(/Madeup|Late/);
  });

  it('is refused without a summary, and with somebody’s day of birth that is none', () => {
    expect(partOf(readRecord({ receivedOn: '2026-05-11', summary: '' }).given)).toBe('summary');
    const parties = [{ kind: 'COMPLAINANT', surname: 'Madeup' }];
    const { given: unborn } = readRecord({ receivedOn: '2026-05-11', summary: 'Late', parties });
    expect(unborn.parties).toMatchObject([{ surname: 'Madeup', born_on: null }]);
    const given = new Given();
    readParties(given, [{ kind: 'CHILD', bornOn: 'spring' }]);
    expect(partOf(given)).toBe('parties');
  });
});
