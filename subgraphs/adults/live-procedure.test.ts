import { checkLiveProcedure } from '../../domain/procedure/check-live-procedure';
import { limitLines, permittedTable } from '../../domain/procedure/testing/permitted-table';
import { liveProcedure } from './live-procedure';

const [stage1, ...others] = liveProcedure.stages;
if (stage1 === undefined) throw new Error('The stage is missing.');

describe("the live adults' procedure", () => {
  it('is sound', () => expect(checkLiveProcedure(liveProcedure)).toEqual([]));

  it('lets who does what, and nobody anything else', () => {
    expect(permittedTable(stage1)).toEqual({
      BEGINNING: { officer: 'record', manager: '' },
      RECEIVED: {
        officer:
          'acknowledge recordConsent assign accept handBack extend suspend withdraw refuse settle correctDate link changeParty merge note attach sendLetter assessRisk coordinate',
        manager: 'acknowledge accept handBack extend note attach sendLetter',
      },
      ACKNOWLEDGED: {
        officer:
          'agreePlan recordConsent assign accept handBack answer extend suspend withdraw refuse correctDate link changeParty merge note attach sendLetter assessRisk coordinate',
        manager: 'agreePlan accept handBack answer extend note attach sendLetter',
      },
      SUSPENDED: {
        officer:
          'recordConsent assign accept handBack extend resume withdraw refuse correctDate link changeParty merge note attach sendLetter assessRisk',
        manager: 'accept handBack extend note attach sendLetter',
      },
      ANSWERED: {
        officer: 'reopen correctDate link changeParty note attach sendLetter',
        manager: 'note attach sendLetter',
      },
      SETTLED: { officer: '', manager: '' },
      WITHDRAWN: {
        officer: 'reopen correctDate link changeParty note attach sendLetter',
        manager: 'note attach sendLetter',
      },
      REFUSED: {
        officer: 'reopen correctDate link changeParty note attach sendLetter',
        manager: 'note attach sendLetter',
      },
      MERGED: {
        officer: 'correctDate link changeParty note attach sendLetter',
        manager: 'note attach sendLetter',
      },
    });
  });

  it('has an acknowledgement, an answer as planned, and six months that nothing pauses', () => {
    const policy = "The council's complaints policy";
    expect(limitLines(stage1)).toEqual([
      'ACKNOWLEDGE: within 3 working days of receipt [SI 2009/309, regulation 13(3)]',
      `ANSWER: within 20 working days of receipt; or by the day agreed in the plan; paused by an enquiry that safeguards somebody or proceedings [${policy}, adults: answered within 20 working days where no plan says another day]`,
      'BACKSTOP: within 6 months of receipt; longer where that is agreed before it runs out [SI 2009/309, regulation 14(3)(a)]',
    ]);
  });

  it('settles by the next working day what was said and not written, and answers with consent', () => {
    expect(
      stage1.requirements.map(({ event, needs, source: { paragraph } }) => [event, needs, paragraph]),
    ).toEqual([
      ['settle', { kind: 'NEXT_WORKING_DAY', channels: ['Phone', 'In person'] }, 'regulation 8(1)(c)'],
      [
        'suspend',
        { kind: 'GROUNDS', grounds: ['SAFEGUARDING', 'PROCEEDINGS'] },
        expect.stringContaining('42'),
      ],
      ['answer', { kind: 'CONSENT' }, 'regulation 5(2)(d)'],
    ]);
  });

  it('is one stage, and then the ombudsman', () => {
    expect([others, stage1.next]).toEqual([[], ['LGSCO']]);
  });
});
