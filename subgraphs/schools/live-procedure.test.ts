import { checkLiveProcedure } from '../../domain/procedure/check-live-procedure';
import { limitLines, permittedTable } from '../../domain/procedure/testing/permitted-table';
import { liveProcedure } from './live-procedure';

const [stage1, stage2, stage3] = liveProcedure.stages;
if (stage1 === undefined || stage2 === undefined || stage3 === undefined)
  throw new Error('A stage is missing.');
const own = (events: string) => ({ officer: events, manager: '' });

describe("the live schools' procedure", () => {
  it('is sound', () => expect(checkLiveProcedure(liveProcedure)).toEqual([]));

  it('lets the school acknowledge and answer at stage 1', () => {
    expect(permittedTable(stage1)).toEqual({
      BEGINNING: own('record'),
      RECEIVED: {
        officer:
          'acknowledge recordConsent assign accept handBack withdraw refuse correctDate link changeParty merge note attach sendLetter',
        manager: 'acknowledge accept handBack note attach sendLetter',
      },
      ACKNOWLEDGED: {
        officer:
          'recordConsent assign accept handBack answer withdraw refuse correctDate link changeParty merge note attach sendLetter',
        manager: 'accept handBack answer note attach sendLetter',
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

  it('lets the team alone record what chair and panel do', () => {
    expect([permittedTable(stage2), permittedTable(stage3)]).toEqual([
      {
        BEGINNING: own(''),
        RECEIVED: own(
          'acknowledge recordConsent assign accept handBack withdraw refuse correctDate link changeParty merge note attach sendLetter',
        ),
        ACKNOWLEDGED: own(
          'recordConsent assign accept handBack answer withdraw refuse correctDate link changeParty merge note attach sendLetter',
        ),
        ANSWERED: own('escalate reopen correctDate link changeParty note attach sendLetter'),
        ESCALATED: own(''),
        WITHDRAWN: own('reopen correctDate link changeParty note attach sendLetter'),
        REFUSED: own('reopen correctDate link changeParty note attach sendLetter'),
        MERGED: own('correctDate link changeParty note attach sendLetter'),
      },
      {
        BEGINNING: own(''),
        RECEIVED: own(
          'acknowledge recordConsent assign accept handBack withdraw refuse correctDate link changeParty merge note attach sendLetter arrangePanel',
        ),
        ACKNOWLEDGED: own(
          'recordConsent assign accept handBack withdraw refuse correctDate link changeParty merge note attach sendLetter arrangePanel',
        ),
        PANEL_ARRANGED: own(
          'recordConsent assign accept handBack withdraw refuse correctDate link changeParty merge note attach sendLetter arrangePanel holdPanel',
        ),
        PANEL_HELD: own(
          'recordConsent assign accept handBack answer withdraw correctDate link changeParty merge note attach sendLetter',
        ),
        ANSWERED: own('reopen correctDate link changeParty note attach sendLetter'),
        WITHDRAWN: own('reopen correctDate link changeParty note attach sendLetter'),
        REFUSED: own('reopen correctDate link changeParty note attach sendLetter'),
        MERGED: own('correctDate link changeParty note attach sendLetter'),
      },
    ]);
  });

  it('has limits in school days, all of them chosen and none of them law', () => {
    const model = "The model complaints policy for the council's schools";
    const acknowledged = `ACKNOWLEDGE: within 3 school days of receipt [${model}, acknowledged in 3 school days]`;
    expect([stage1, stage2, stage3].map(limitLines)).toEqual([
      [
        acknowledged,
        `ANSWER: within 10 school days of receipt [${model}, stage 1: answered in 10 school days]`,
      ],
      [
        acknowledged,
        `ANSWER: within 15 school days of receipt [${model}, stage 2: answered in 15 school days]`,
      ],
      [
        acknowledged,
        `PANEL_MEETING: within 20 school days of receipt [${model}, stage 3: the panel meets in 20 school days]`,
        `ANSWER: within 5 school days of the meeting of the panel [${model}, stage 3: the panel's decision in 5 school days]`,
      ],
    ]);
    const bases = liveProcedure.stages.flatMap(({ limits }) => limits.map(({ source }) => source.basis));
    expect(new Set(bases)).toEqual(new Set(['POLICY']));
  });

  it("says in each state whether the school's part is to be done or the council's", () => {
    const waits = liveProcedure.stages.map(({ answeredBy, states }) => [
      answeredBy,
      ...states.filter(({ isEnded }) => !isEnded).map(({ name, waitsFor }) => `${name} ${waitsFor}`),
    ]);
    expect(waits).toEqual([
      ['The headteacher', 'RECEIVED TEAM', 'ACKNOWLEDGED SERVICE'],
      ['The chair of governors', 'RECEIVED TEAM', 'ACKNOWLEDGED SERVICE'],
      [
        "The governors' panel; the council advises it and keeps the record",
        ...['RECEIVED TEAM', 'ACKNOWLEDGED TEAM', 'PANEL_ARRANGED PANEL', 'PANEL_HELD PANEL'],
      ],
    ]);
  });

  it('leads from stage to stage, and then to the Department for Education', () => {
    expect(liveProcedure.stages.map(({ next }) => next)).toEqual([[2], [3], ['DFE', 'LGSCO']]);
  });
});
