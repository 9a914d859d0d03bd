import { toDay } from '../../domain/calendar/day';
import { endedStates, OFFICERS, openState, workingDays } from '../../domain/procedure/good-order';
import type { LiveProcedure, StageVersion } from '../../domain/procedure/stage-version';
import { procedurePage } from './procedure-page';
import { procedurePages } from './procedure-pages';

const LAW = { law: 'A law', paragraph: 'section 1', basis: 'STATUTE' } as const;
const version = (inForceFrom: string): StageVersion => ({
  ...{
    stage: 1,
    inForceFrom: toDay(inForceFrom),
    title: 'The one stage',
    answeredBy: 'The head',
    source: LAW,
  },
  begins: 'RECEIVED',
  states: [openState('RECEIVED', 'Received', 'TEAM'), ...endedStates('ANSWERED')],
  events: [
    { event: 'record', from: [], leads: { state: 'RECEIVED' }, roles: OFFICERS, source: null },
    {
      ...{ event: 'answer', from: ['RECEIVED'], leads: { state: 'ANSWERED' } },
      ...{ roles: ['officer', 'manager'], source: LAW },
    },
  ],
  limits: [
    {
      ...{ name: 'ANSWER', title: 'Answer it', starts: { with: 'received' }, metBy: 'answered' },
      ...{ within: workingDays(10), extension: null, pausedBy: [], source: LAW },
    },
  ],
  requirements: [{ event: 'answer', needs: { kind: 'FINDINGS' }, source: LAW }],
  next: ['LGSCO'],
});
const procedure: LiveProcedure = {
  stream: 'made',
  stages: [version('2000-01-01'), version('2026-04-01')],
};

describe('the page of a procedure', () => {
  const page = procedurePage(procedure);

  it('says of each version for what it holds and who answers', () => {
    expect(page).toContain('## The one stage, for what is received from 2000-01-01\n');
    expect(page).toContain(
      'Answered by: The head, until a newer version from 2026-04-01. Law: A law, section 1 (the law).',
    );
    expect(page).toContain('Answered by: The head. Law: A law, section 1 (the law).');
  });

  it('says by when, who may do what, and what is asked for, each with its law', () => {
    for (const line of [
      '| Answer it (`ANSWER`) | within 10 working days of receipt | A law, section 1 (the law) |',
      '| Not there yet | nobody | record it | – |',
      '| Received (`RECEIVED`) | the central team | answer it | answer it |',
      '| Answered (`ANSWERED`) | nobody | – | – |',
      '| Answer it | Answered | a finding for each element | A law, section 1 (the law) |',
      'From here: the Local Government and Social Care Ombudsman.',
    ])
      expect(page).toContain(`${line}\n`);
  });

  it('is there for every stream', () => {
    expect(procedurePages().map(({ path }) => path)).toEqual(
      ['adults', 'childrens', 'corporate', 'schools'].map((stream) => `docs/procedures/${stream}.md`),
    );
  });
});
