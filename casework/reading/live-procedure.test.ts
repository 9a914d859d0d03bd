import { subgraph } from '../../subgraphs/corporate/subgraph';
import { liveProcedureResolvers } from './live-procedure';

const { liveProcedure } = subgraph.stream;

const shown = liveProcedureResolvers({ name: 'corporate', liveProcedure }).Query['corporateProcedure']?.();
const { stream, versions = [] } = shown ?? {};
const [before, code, , last] = versions;

describe('a live procedure, as the graph tells it', () => {
  it('says from when to when each version of a stage holds', () => {
    expect(stream).toBe('CORPORATE');
    expect(versions.map(({ stage, inForceFrom, inForceTo }) => [stage, inForceFrom, inForceTo])).toEqual([
      [1, '2000-01-01', '2026-03-31'],
      [1, '2026-04-01', null],
      [2, '2000-01-01', '2026-03-31'],
      [2, '2026-04-01', null],
    ]);
  });

  it('says what may be done, by whom, where it leads and what it needs', () => {
    expect(code?.events.find(({ event }) => event === 'ANSWER')).toEqual({
      ...{ event: 'ANSWER', title: 'Answer it', from: ['ACKNOWLEDGED'], leadsTo: 'Answered' },
      roles: ['OFFICER', 'MANAGER'],
      needs: [
        {
          text: 'the person concerned agrees, where somebody else complains',
          source: expect.objectContaining({ basis: 'POLICY' }),
        },
      ],
      source: expect.objectContaining({ paragraph: 'paragraph 6.3' }),
    });
    expect(code?.events.map(({ event }) => event)).toContain('HAND_BACK');
  });

  it('says each limit in words, with where it is written, and where next', () => {
    expect(before?.limits.map(({ text }) => text)).toEqual([
      'within 3 working days of receipt',
      'within 10 working days of receipt; up to 10 working days more, once, and longer or again for a good reason',
    ]);
    expect(last?.next).toEqual([
      'the Local Government and Social Care Ombudsman',
      'the Housing Ombudsman, for what is about the council as a landlord',
    ]);
  });

  it('is a field that is named after the stream', () => {
    expect(liveProcedureResolvers({ name: 'housing', liveProcedure })).toEqual({
      Query: { housingProcedure: expect.any(Function) },
    });
  });
});
