import fs from 'node:fs';
import path from 'node:path';
import { UnreadablePayloadError } from '../platform/outbox/event-contract';
import { complaintChanged } from './events/complaint-changed';
import { serviceNamed } from './events/names';
import { ombudsmanCaseChanged } from './events/ombudsman-case-changed';
import { wordMapped } from './events/word-mapped';
import { callRecord } from './records/call';

const STAGE = {
  ...{ id: 'corporate-stage-1', number: 1, reference: '100', receivedOn: '2021-05-04', dueOn: null },
  ...{ answeredOn: null, route: null, outcome: null, closureReason: null, serviceId: null },
  ...{ directorateId: null, theme: null, channel: null },
};
const COMPLAINT = {
  ...{ id: 'corporate-1', authority: 'stockport', stream: 'CORPORATE', status: 'OPEN', closedOn: null },
  stages: [STAGE],
};

describe('an event', () => {
  it('is read as its contract says, without what the contract does not know', () => {
    const said = { ...STAGE, acknowledgedOn: '2021-05-06', acknowledgeBy: '2021-05-11', daysToAnswer: 4 };
    const whole = { ...COMPLAINT, stages: [{ ...said, ended: true, closedOn: '2021-05-10' }] };
    expect(complaintChanged.parse({ ...whole, summary: 'what somebody wrote' })).toEqual(whole);
  });

  it('of before says nothing of what was published later', () => {
    const unsaid = { acknowledgedOn: null, acknowledgeBy: null, daysToAnswer: null, closedOn: null };
    expect(complaintChanged.parse(COMPLAINT).stages).toEqual([{ ...STAGE, ...unsaid, ended: false }]);
  });

  it.each([
    ['nothing', null],
    ['a stage without its day', { ...COMPLAINT, stages: [{ ...STAGE, receivedOn: undefined }] }],
    ['a finding that there is not', { ...COMPLAINT, stages: [{ ...STAGE, outcome: 'Mrs Lomas' }] }],
  ])('is not read as %s, and the error says where, not what', (_, payload) => {
    expect(() => complaintChanged.parse(payload)).toThrow(UnreadablePayloadError);
    expect(() => complaintChanged.parse(payload)).toThrow(
      /^The payload of complaint-changed is not as agreed: /,
    );
    expect(() => complaintChanged.parse(payload)).not.toThrow(/Lomas/);
  });

  it('may be in one of two shapes: a case as it stands, or removed', () => {
    const removed = { id: 'a', authority: 'stockport', takenBack: true };
    expect(ombudsmanCaseChanged.parse(removed)).toEqual(removed);
    expect(() => ombudsmanCaseChanged.parse({ id: 'a', authority: 'stockport' })).toThrow('not as agreed');
  });

  it('of a mapped word has what its kind has', () => {
    const word = { word: 'parx', from: '2021-04-01', kind: 'service' };
    expect(wordMapped.parse({ ...word, serviceId: 'parks' })).toEqual({ ...word, serviceId: 'parks' });
    expect(() => wordMapped.parse({ ...word, channel: 'Email' })).toThrow('serviceId');
  });

  it('is published by its owner alone', () => {
    expect(serviceNamed.isPublishedBy('directory', {})).toBe(true);
    expect(serviceNamed.isPublishedBy('intake', {})).toBe(false);
    expect(complaintChanged.isPublishedBy('corporate', COMPLAINT)).toBe(true);
    expect(complaintChanged.isPublishedBy('schools', COMPLAINT)).toBe(false);
  });
});

describe('a record', () => {
  it('that is not as agreed is refused with its places, and without what stands there', () => {
    const call = { callId: 7, offeredOn: '2021-05-04', callerNumber: '0161 496 0000' };
    expect(() => callRecord.parse(call)).toThrow(
      'What was handed over as a telephone call is not as agreed: callId',
    );
    expect(() => callRecord.parse(call)).not.toThrow(/0161/);
  });
});

describe('the list of contracts', () => {
  it('names every event', () => {
    const readme = fs.readFileSync(path.join(__dirname, 'README.md'), 'utf8');
    const folder = path.join(__dirname, 'events');
    const kinds = fs
      .readdirSync(folder)
      .flatMap((file) => [
        ...fs.readFileSync(path.join(folder, file), 'utf8').matchAll(/kind: '([a-z-]+)',/g),
      ])
      .flatMap(([, kind]) => kind ?? []);
    expect(kinds.length).toBeGreaterThan(8);
    expect(kinds.filter((kind) => !readme.includes(`\`${kind}\``))).toEqual([]);
  });
});
