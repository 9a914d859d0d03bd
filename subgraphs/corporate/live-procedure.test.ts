import { toDay } from '../../domain/calendar/day';
import { checkLiveProcedure } from '../../domain/procedure/check-live-procedure';
import { stageVersion } from '../../domain/procedure/stage-version';
import { limitLines, permittedTable } from '../../domain/procedure/testing/permitted-table';
import { liveProcedure } from './live-procedure';

const version = (stage: number, receivedOn: string) => {
  const found = stageVersion({ procedure: liveProcedure, stage, receivedOn: toDay(receivedOn) });
  if (found === null) throw new Error(`There is no stage ${stage} on ${receivedOn}.`);
  return found;
};
const kept = {
  officer: 'reopen correctDate link changeParty note attach sendLetter',
  manager: 'note attach sendLetter',
};
const merged = {
  officer: 'correctDate link changeParty note attach sendLetter',
  manager: 'note attach sendLetter',
};

it('is sound', () => expect(checkLiveProcedure(liveProcedure)).toEqual([]));

describe.each(['2026-03-31', '2026-04-01'])('the live corporate procedure, received on %s', (received) => {
  it('lets at stage 1 who does what, and nobody anything else', () => {
    expect(permittedTable(version(1, received))).toEqual({
      BEGINNING: { officer: 'record', manager: '' },
      RECEIVED: {
        officer:
          'acknowledge recordConsent assign accept handBack extend withdraw refuse correctDate link changeParty merge note attach sendLetter',
        manager: 'acknowledge accept handBack extend note attach sendLetter',
      },
      ACKNOWLEDGED: {
        officer:
          'recordConsent assign accept handBack answer extend withdraw refuse correctDate link changeParty merge note attach sendLetter',
        manager: 'accept handBack answer extend note attach sendLetter',
      },
      ANSWERED: {
        officer: 'escalate reopen correctDate link changeParty note attach sendLetter',
        manager: 'note attach sendLetter',
      },
      ESCALATED: { officer: '', manager: '' },
      WITHDRAWN: kept,
      REFUSED: kept,
      MERGED: merged,
    });
  });

  it('leaves stage 2 to the central team', () => {
    const own = (events: string) => ({ officer: events, manager: '' });
    expect(permittedTable(version(2, received))).toEqual({
      BEGINNING: own('record'),
      RECEIVED: own(
        'acknowledge recordConsent assign accept handBack extend withdraw refuse correctDate link changeParty merge note attach sendLetter',
      ),
      ACKNOWLEDGED: own(
        'recordConsent assign accept handBack answer extend withdraw refuse correctDate link changeParty merge note attach sendLetter',
      ),
      ANSWERED: own('reopen correctDate link changeParty note attach sendLetter'),
      WITHDRAWN: own('reopen correctDate link changeParty note attach sendLetter'),
      REFUSED: own('reopen correctDate link changeParty note attach sendLetter'),
      MERGED: own('correctDate link changeParty note attach sendLetter'),
    });
  });

  it('gives stage 2 to nobody who handled stage 1, and begins it with a reason alone', () => {
    const needs = version(2, received).requirements.map(({ event, needs: { kind } }) => `${event} ${kind}`);
    expect(needs).toEqual([
      'record DIRECT_REASON',
      'answer CONSENT',
      'assign OTHER_PERSON',
      'accept OTHER_PERSON',
      'answer OTHER_PERSON',
    ]);
  });

  it('leads from stage 1 to stage 2, and from there to an ombudsman', () => {
    expect([version(1, received).next, version(2, received).next]).toEqual([[2], ['LGSCO', 'HOUSING']]);
  });
});

describe('the limits of a live corporate complaint', () => {
  const longer = (days: number) =>
    `up to ${days} working days more, once, and longer or again for a good reason`;

  it('are counted from receipt before the Code', () => {
    const law = "The council's complaints policy before 1 April 2026";
    expect([1, 2].map((stage) => limitLines(version(stage, '2026-03-31')))).toEqual([
      [
        `ACKNOWLEDGE: within 3 working days of receipt [${law}, stage 1: acknowledgement]`,
        `ANSWER: within 10 working days of receipt; ${longer(10)} [${law}, stage 1: answer]`,
      ],
      [
        `ACKNOWLEDGE: within 3 working days of receipt [${law}, stage 2: acknowledgement]`,
        `ANSWER: within 20 working days of receipt; ${longer(20)} [${law}, stage 2: answer]`,
      ],
    ]);
  });

  it('are counted from the acknowledgement under the Code, of which a late one buys no time', () => {
    const law = 'LGSCO Complaint Handling Code (February 2024)';
    const from = 'of the acknowledgement; a late start buys no time';
    expect([1, 2].map((stage) => limitLines(version(stage, '2026-04-01')))).toEqual([
      [
        `ACKNOWLEDGE: within 5 working days of receipt [${law}, paragraph 6.2]`,
        `ANSWER: within 10 working days ${from}; ${longer(10)} [${law}, paragraph 6.3]`,
      ],
      [
        `ACKNOWLEDGE: within 5 working days of receipt [${law}, section 6, stage 2: requests acknowledged and logged]`,
        `ANSWER: within 20 working days ${from}; ${longer(20)} [${law}, section 6, stage 2: final response]`,
      ],
    ]);
  });

  it('are paused by nothing', () => {
    expect(liveProcedure.stages.flatMap(({ limits }) => limits.flatMap(({ pausedBy }) => pausedBy))).toEqual(
      [],
    );
  });
});
