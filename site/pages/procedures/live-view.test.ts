import { liveView } from './live-view';

const CODE = { law: 'The Code', paragraph: 'paragraph 6.3', basis: 'CODE' } as const;
const version = (given: { inForceFrom?: string; inForceTo?: string | null } = {}) => ({
  ...{ stage: 1, inForceFrom: '2026-04-01', inForceTo: null, title: 'Stage 1', answeredBy: 'The service' },
  ...{ next: ['stage 2', 'the Ombudsman'], source: CODE },
  states: [
    { name: 'RECEIVED', title: 'Received', waitsFor: 'TEAM' as const, isEnded: false },
    { name: 'ANSWERED', title: 'Answered', waitsFor: 'NOBODY' as const, isEnded: true },
  ],
  events: [
    {
      ...{ event: 'ANSWER' as const, title: 'Answer it', from: ['RECEIVED'], leadsTo: 'Answered' },
      ...{
        roles: ['OFFICER', 'MANAGER'] as const,
        source: CODE,
        needs: [{ text: 'findings', source: CODE }],
      },
    },
    {
      ...{ event: 'NOTE' as const, title: 'Add a note', from: ['RECEIVED', 'ANSWERED'], leadsTo: 'as it is' },
      ...{ roles: ['OFFICER'] as const, source: null, needs: [] },
    },
  ],
  limits: [{ name: 'ANSWER', title: 'Answer it', text: 'within 10 working days', source: CODE }],
  ...given,
});
const LAW = 'The Code, paragraph 6.3 (a code or guidance under the law)';

describe('the procedure that live complaints follow, on its page', () => {
  const [stage] = liveView({ versions: [version()] }, '2026-11-29').stages;

  it('says in each state for whom it waits and who may do what', () => {
    expect(stage?.states).toEqual([
      {
        ...{ title: 'Received', waitsFor: 'the central team' },
        ...{ team: ['answer it', 'add a note'], manager: ['answer it'] },
      },
      { title: 'Answered', waitsFor: 'nobody: it is over', team: ['add a note'], manager: [] },
    ]);
  });

  it('says where limits and conditions are written, each place once, and lists good order with the states alone', () => {
    expect(stage?.limits).toEqual([{ title: 'Answer it', text: 'within 10 working days', law: LAW }]);
    expect(stage?.asked).toEqual([
      { title: 'Answer it', leadsTo: 'Answered', needs: ['findings'], laws: [LAW] },
    ]);
    expect(stage?.next).toBe('stage 2; or the Ombudsman');
  });

  it('shows what holds today, what held before apart, and what is to come not yet', () => {
    const versions = [
      version({ inForceFrom: '2000-01-01', inForceTo: '2026-03-31' }),
      version({ inForceTo: '2029-12-31' }),
      version({ inForceFrom: '2030-01-01' }),
    ];
    const { stages, earlier } = liveView({ versions }, '2026-11-29');
    expect([stages, earlier].map((each) => each.map(({ holds }) => holds))).toEqual([
      ['what is received from 1 April 2026 until 31 December 2029'],
      ['what is received until 31 March 2026'],
    ]);
    expect(
      liveView({ versions: [version({ inForceFrom: '2000-01-01' })] }, '2026-11-29').stages[0]?.holds,
    ).toBe('whatever is received');
  });
});
