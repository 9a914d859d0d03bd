import { checkLiveProcedure } from '../../domain/procedure/check-live-procedure';
import { limitLines, permittedTable } from '../../domain/procedure/testing/permitted-table';
import { liveProcedure } from './live-procedure';

const [stage1, stage2, stage3] = liveProcedure.stages;
if (stage1 === undefined || stage2 === undefined || stage3 === undefined)
  throw new Error('A stage is missing.');
const own = (events: string) => ({ officer: events, manager: '' });

describe("the live children's procedure", () => {
  it('is sound', () => expect(checkLiveProcedure(liveProcedure)).toEqual([]));

  it('lets at local resolution the service acknowledge and answer, and the team freeze and escalate', () => {
    expect(permittedTable(stage1)).toEqual({
      BEGINNING: own('record'),
      RECEIVED: {
        officer:
          'acknowledge recordConsent assign accept handBack extend suspend escalate withdraw refuse correctDate link changeParty merge note attach sendLetter arrangeAdvocate',
        manager: 'acknowledge accept handBack extend note attach sendLetter',
      },
      ACKNOWLEDGED: {
        officer:
          'recordConsent assign accept handBack answer extend suspend escalate withdraw refuse correctDate link changeParty merge note attach sendLetter arrangeAdvocate',
        manager: 'accept handBack answer extend note attach sendLetter',
      },
      SUSPENDED: {
        officer:
          'recordConsent assign accept handBack resume withdraw refuse correctDate link changeParty merge note attach sendLetter arrangeAdvocate',
        manager: 'accept handBack note attach sendLetter',
      },
      ANSWERED: {
        officer: 'escalate reopen correctDate link changeParty note attach sendLetter',
        manager: 'note attach sendLetter',
      },
      ESCALATED: own(''),
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

  it('lets an investigation be agreed, reported and adjudicated, in this order', () => {
    expect(permittedTable(stage2)).toEqual({
      BEGINNING: own(''),
      RECEIVED: own(
        'acknowledge recordConsent assign accept handBack extend suspend withdraw refuse correctDate link changeParty merge note attach sendLetter arrangeAdvocate appoint agreeStatement reportInvestigation',
      ),
      ACKNOWLEDGED: own(
        'recordConsent assign accept handBack extend suspend withdraw refuse correctDate link changeParty merge note attach sendLetter arrangeAdvocate appoint agreeStatement reportInvestigation',
      ),
      INVESTIGATING: own(
        'recordConsent assign accept handBack extend suspend withdraw correctDate link changeParty merge note attach sendLetter arrangeAdvocate appoint reportInvestigation',
      ),
      REPORTED: own(
        'recordConsent assign accept handBack answer extend suspend withdraw correctDate link changeParty merge note attach sendLetter arrangeAdvocate appoint',
      ),
      SUSPENDED: own(
        'recordConsent assign accept handBack resume withdraw refuse correctDate link changeParty merge note attach sendLetter arrangeAdvocate',
      ),
      ANSWERED: own('escalate reopen correctDate link changeParty note attach sendLetter'),
      ESCALATED: own(''),
      WITHDRAWN: own('reopen correctDate link changeParty note attach sendLetter'),
      REFUSED: own('reopen correctDate link changeParty note attach sendLetter'),
      MERGED: own('correctDate link changeParty note attach sendLetter'),
    });
  });

  it('lets a panel be arranged, held, reported and answered, in this order', () => {
    expect(permittedTable(stage3)).toEqual({
      BEGINNING: own(''),
      RECEIVED: own(
        'acknowledge recordConsent assign accept handBack suspend withdraw refuse correctDate link changeParty merge note attach sendLetter arrangeAdvocate arrangePanel',
      ),
      ACKNOWLEDGED: own(
        'recordConsent assign accept handBack suspend withdraw refuse correctDate link changeParty merge note attach sendLetter arrangeAdvocate arrangePanel',
      ),
      PANEL_ARRANGED: own(
        'recordConsent assign accept handBack suspend withdraw refuse correctDate link changeParty merge note attach sendLetter arrangeAdvocate arrangePanel holdPanel',
      ),
      PANEL_HELD: own(
        'recordConsent assign accept handBack suspend withdraw correctDate link changeParty merge note attach sendLetter arrangeAdvocate reportPanel',
      ),
      PANEL_REPORTED: own(
        'recordConsent assign accept handBack answer suspend withdraw correctDate link changeParty merge note attach sendLetter arrangeAdvocate',
      ),
      SUSPENDED: own(
        'recordConsent assign accept handBack resume withdraw refuse correctDate link changeParty merge note attach sendLetter arrangeAdvocate',
      ),
      ANSWERED: own('reopen correctDate link changeParty note attach sendLetter'),
      WITHDRAWN: own('reopen correctDate link changeParty note attach sendLetter'),
      REFUSED: own('reopen correctDate link changeParty note attach sendLetter'),
      MERGED: own('correctDate link changeParty note attach sendLetter'),
    });
  });

  it('asks for the people that the regulations name, and for a finding for each element', () => {
    const needs = [stage1, stage2, stage3].map(({ requirements }) =>
      requirements.map(({ event, needs: { kind, ...more } }) =>
        [event, kind, ...Object.values(more).flat()].join(' '),
      ),
    );
    expect(needs).toEqual([
      [
        'suspend GROUNDS ADVOCATE PROCEEDINGS',
        'answer CONSENT',
        'escalate WITHIN_LIMIT NEXT_STAGE',
        'escalate LIMIT_MISSED ANSWER RECEIVED ACKNOWLEDGED',
      ],
      [
        'suspend GROUNDS PROCEEDINGS',
        'reportInvestigation APPOINTMENTS INVESTIGATING_OFFICER INDEPENDENT_PERSON',
        'reportInvestigation FINDINGS',
        'answer APPOINTMENTS ADJUDICATING_OFFICER',
        'answer FINDINGS',
        'answer CONSENT',
        'escalate WITHIN_LIMIT NEXT_STAGE',
      ],
      [
        'suspend GROUNDS PROCEEDINGS',
        'arrangePanel PANEL 3 INDEPENDENT_PERSON',
        'holdPanel PANEL 3 INDEPENDENT_PERSON',
        'reportPanel FINDINGS',
        'answer FINDINGS',
        'answer CONSENT',
      ],
    ]);
  });

  it('has the limits of the regulations, which no good reason passes', () => {
    const frozen = 'paused by proceedings';
    expect([stage1, stage2, stage3].map(limitLines)).toEqual([
      [
        "ACKNOWLEDGE: within 2 working days of receipt [The council's complaints policy, children's stage 1: acknowledged in 2 working days]",
        'ANSWER: within 10 working days of receipt; up to 10 working days more, once; paused by the arranging of an advocate or proceedings [SI 2006/1738, regulation 14]',
        'NEXT_STAGE: within 20 working days of the answer [SI 2006/1738, regulations 15(2) and 17]',
      ],
      [
        `ANSWER: within 25 working days of the day the statement of complaint was agreed, or else of receipt; up to 40 working days more, once; ${frozen} [SI 2006/1738, regulation 17]`,
        'NEXT_STAGE: within 20 working days of the answer [SI 2006/1738, regulation 18]',
      ],
      [
        `PANEL_MEETING: within 30 working days of receipt; ${frozen} [SI 2006/1738, regulation 19(4)]`,
        `PANEL_REPORT: within 5 working days of the meeting of the panel; ${frozen} [SI 2006/1738, regulation 20]`,
        `ANSWER: within 15 working days of the report of the panel; ${frozen} [SI 2006/1738, regulation 20(3)]`,
      ],
    ]);
  });

  it('leads from stage to stage, and from the last to the ombudsman', () => {
    expect(liveProcedure.stages.map(({ next }) => next)).toEqual([[2], [3], ['LGSCO']]);
  });

  it('has nobody but officers find anything of elements where elements are shown', () => {
    const finding = [stage2, stage3].flatMap(({ events }) =>
      events.filter(({ event }) => ['answer', 'reportInvestigation', 'reportPanel'].includes(event)),
    );
    expect(finding.map(({ event, roles }) => [event, roles])).toEqual([
      ['reportInvestigation', ['officer']],
      ['answer', ['officer']],
      ['reportPanel', ['officer']],
      ['answer', ['officer']],
    ]);
  });
});
