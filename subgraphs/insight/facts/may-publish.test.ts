import {
  complaintChanged,
  coverageRecorded,
  event,
  serviceNamed,
  sourceReached,
  stage,
  streamDescribed,
} from '../testing/fixtures';
import { facts } from './follower';

const mayPublish = (source: string, event: Parameters<NonNullable<typeof facts.mayPublish>>[1]) =>
  facts.mayPublish?.(source, event);

const of = (id: string, ...stageIds: string[]) =>
  complaintChanged({
    id,
    stream: 'CORPORATE',
    stages: stageIds.map((stageId) => stage({ id: stageId, receivedOn: '2021-05-03' })),
  });
const coverage = coverageRecorded({
  stream: 'CORPORATE',
  measure: 'direct_to_stage_2',
  recordedFrom: '2021-04-01',
});
const half = { id: 'corporate-1', stream: 'CORPORATE' };
const ownWork = (given: Partial<Parameters<typeof sourceReached>[0]> = {}) =>
  sourceReached({
    ...{ source: 'corporate-casework', keepers: ['corporate'], from: '2021-05-03', to: null, ...given },
  });
const service = serviceNamed({ id: 'parking', name: 'Parking' });

describe('who may publish what to insight', () => {
  it.each([
    ['a stream of its complaint', 'corporate', of('corporate-1', 'corporate-stage-1')],
    ['a stream of its complaint that joined another', 'corporate', of('corporate-1')],
    ['a stream of itself', 'corporate', streamDescribed({ stream: 'CORPORATE' })],
    ['a stream of its own work', 'corporate', ownWork()],
    ['intake of a system', 'intake', ownWork({ source: 'corporate-crm', to: '2021-09-30' })],
    ['directory of a service', 'directory', service],
    ['directory of a directorate', 'directory', event('directorate-named', 1, { id: 'place' })],
    ['intake of coverage', 'intake', coverage],
    ['the ombudsmen of a case', 'ombudsman', event('ombudsman-case-changed', 1, { id: 'a' })],
    ['the ombudsmen of themselves', 'ombudsman', event('ombudsman-described', 1, {})],
    ['telephony of calls', 'telephony', event('calls-counted', 1, {})],
  ])('%s', (_, source, event) => {
    expect(mayPublish(source, event)).toBe(true);
    expect(mayPublish('schools', event)).toBe(false);
  });

  it.each([
    ["of another stream's complaint", 'corporate', of('schools-1', 'corporate-stage-1')],
    ["of another stream's stage", 'corporate', of('corporate-1', 'corporate-stage-1', 'schools-stage-1')],
    ['in the name of another stream', 'schools', of('schools-1', 'schools-stage-1')],
    ['of a complaint without an id', 'corporate', event('complaint-changed', 1, { stream: 'CORPORATE' })],
    ['of nothing', 'corporate', event('complaint-changed', 1, null)],
    ['of stages that are none', 'corporate', event('complaint-changed', 1, { ...half, stages: [null] })],
    ['of coverage, being a stream', 'corporate', coverage],
    ['of another stream itself', 'corporate', streamDescribed({ stream: 'SCHOOLS' })],
    ['of the days of a system, being a stream', 'corporate', ownWork({ source: 'corporate-crm' })],
    ['of work of another stream', 'corporate', ownWork({ keepers: ['corporate', 'schools'] })],
    ['of own work that has an end', 'corporate', ownWork({ to: '2021-09-30' })],
    ['of own work of no stream', 'corporate', event('source-reached', 1, { source: 'corporate-casework' })],
    ['of what nobody owns', 'intake', event('channel-named', 1, {})],
  ])('nobody %s', (_, source, event) => {
    expect(mayPublish(source, event)).toBe(false);
  });

  it('is known for every kind that is followed', () => {
    const sources = ['corporate', 'directory', 'intake', 'ombudsman', 'telephony'];
    const payload = { id: 'corporate-1', stream: 'CORPORATE', stages: [] };
    const untold = facts.kinds.filter(
      (kind) => !sources.some((source) => mayPublish(source, event(kind, 1, payload))),
    );
    expect(untold).toEqual([]);
  });
});
