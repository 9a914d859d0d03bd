import { complaintReferences } from './follow-complaints';

describe('who may tell which references a complaint has', () => {
  const told = (id: string, stageId: string) => ({
    kind: 'complaint-changed',
    subject: id,
    version: 1,
    payload: { id, stream: 'CORPORATE', stages: [{ id: stageId }] },
    ...{ position: { xid: '1', id: '1' }, at: new Date('2022-01-31T12:00:00Z') },
  });

  it.each([
    ['its own stream', 'corporate', told('corporate-1', 'corporate-stage-1'), true],
    ['another stream', 'schools', told('corporate-1', 'corporate-stage-1'), false],
    ["a stream with another's complaint", 'corporate', told('schools-1', 'corporate-stage-1'), false],
    ["a stream with another's stage", 'corporate', told('corporate-1', 'schools-stage-1'), false],
  ])('%s', (_, source, event, may) => {
    expect(complaintReferences.mayPublish?.(source, event)).toBe(may);
  });
});
