import { aLiveStage, party } from '../../casework/live/testing';
import { toDay } from '../../domain/calendar/day';
import { liveOwn } from './live-own';

const kept = { id: 'x', complaint_id: 'childrens-1', recorded_at: new Date('2026-05-11T12:00:00Z') };

describe('what a live children’s complaint says in fields of its own', () => {
  it('is nothing before anything is known', () => {
    expect(liveOwn(aLiveStage({ stream: 'childrens' }))).toEqual({});
  });

  it('is the child’s age, who looked into it by name, and the panel', () => {
    const live = aLiveStage({
      stream: 'childrens',
      stage: {
        appointed: [
          { as: 'INVESTIGATING_OFFICER', person: 'io' },
          { as: 'INDEPENDENT_PERSON', person: 'ip' },
        ],
        panel: ['p1', 'p2', 'p3'],
        panelHeldOn: toDay('2026-05-20'),
        panelReportedOn: toDay('2026-05-22'),
      },
      parties: [
        { ...party({ kind: 'CHILD', born_on: '2014-05-12' }), ...kept },
        { ...party({ kind: 'APPOINTED', person: 'io', surname: 'Ina Officer' }), ...kept },
        { ...party({ kind: 'APPOINTED', person: 'p1', surname: 'Pat One' }), ...kept },
      ],
    });
    expect(liveOwn(live)).toEqual({
      ...{ childAgeBand: '11', investigatingOfficer: 'Ina Officer', independentPerson: 'ip' },
      ...{ panel: '["Pat One","p2","p3"]', panelHeldOn: '2026-05-20', findingsOn: '2026-05-22' },
    });
  });

  it('is what was just found of each element, at its own stage alone', () => {
    const facts = {
      event: 'reportPanel',
      on: toDay('2026-05-22'),
      findings: [{ point: 1, finding: 'UPHELD' }],
    } as const;
    const words = [{ part: 'POINT_1', words: 'The review was late.' }];
    const found = aLiveStage({ stream: 'childrens', facts, words });
    expect(liveOwn(found)).toEqual({
      elements: '[{"description":"The review was late.","outcome":"UPHELD"}]',
    });
    expect(liveOwn({ ...found, entry: { ...found.entry, stage: 3 } })).toEqual({});
  });
});
