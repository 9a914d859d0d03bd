import { TEAMS } from '../../demo/childrens/words';
import { toDay } from '../../domain/calendar/day';
import { flatten } from '../formats/jsonl/flatten';
import { namesOf } from '../kit/names';
import type { RawRow } from '../record';
import type { Facts } from '../source';
import { testStreams } from '../testing';

/** For tests: 1 June 2024, and the names that the children's system uses. */
export const childrensFacts: Facts = {
  today: toDay('2024-06-01'),
  streams: testStreams,
  names: namesOf({
    services: TEAMS.map((name) => ({ id: `childrens-${name}`, name, formerNames: [] })),
    directorates: [{ id: 'childrens-services', name: "Children's Services" }],
    channels: [
      { name: 'Web form', otherNames: ['Web'] },
      { name: 'Email', otherNames: [] },
      { name: 'Phone', otherNames: [] },
      { name: 'Letter', otherNames: [] },
    ],
  }),
};

/** For tests: an ordinary stage, save for what is given. */
export const stageOf = (stage: unknown, facts: object = {}): object => ({
  stage,
  startedAt: '2021-06-01T09:30:00+01:00',
  dueOn: '2021-06-15',
  extendedTo: null,
  completedAt: '2021-06-10T16:16:00+01:00',
  outcome: 'UPHELD',
  ...facts,
});

/** For tests: an ordinary complaint at line 5, save for what is given. */
export function complaintRow(facts: object = {}): RawRow {
  const record = {
    caseNumber: 'CSC-2198',
    team: 'SEND',
    channel: 'EMAIL',
    complainant: { relationship: 'Parent', name: 'Made Up' },
    child: { reference: 'CH1', ageBand: '10-15', lookedAfter: true },
    advocateOffered: false,
    summary: 'Nobody called back.',
    stages: [stageOf(1)],
    ...facts,
  };
  return { line: 5, cells: flatten(record) ?? {} };
}
