import { type KeptCommands, misdone } from './judge';
import { Ledger, type Sent } from './ledger';

const DONE = { place: 2, code: null, event: 'NOTE', by: 'ann' };
const note = (changes: Partial<Sent> = {}): Sent => ({
  ...{ key: 'k2', officer: 'ann', complaintId: 'c', version: 1, event: 'NOTE', words: 'Made up.' },
  ...{ mutation: '', variables: {}, answers: [DONE], times: 1 },
  ...changes,
});
const record = note({
  ...{ key: 'k1', version: 0, event: 'RECORD', answers: [{ ...DONE, place: 1, event: 'RECORD' }] },
});
const entry = { complaint_id: 'c', place: 2, event: 'note', by: 'ann', words: ['Made up.'] };
const done = { key: 'k2', complaint_id: 'c', place: 2, subject: 'ann' };
const FIRST = { entry: { ...entry, place: 1, event: 'record' }, done: { ...done, key: 'k1', place: 1 } };

/** A complaint that was recorded and noted, and what of it is otherwise. */
function judged({
  sent = note(),
  kept = {},
}: {
  readonly sent?: Sent;
  readonly kept?: Partial<KeptCommands>;
}): string[] {
  const ledger = new Ledger();
  ledger.sent.push(record, sent);
  return misdone(ledger, {
    ...{ entries: [FIRST.entry, entry], done: [FIRST.done, done], audited: 2 },
    versions: [{ complaint_id: 'c', version: 2 }],
    ...kept,
  });
}

describe('what is kept after a storm', () => {
  it('is in order where each command is there once', () => {
    expect(judged({})).toEqual([]);
  });

  it('is in order where what nobody answered is there, or is not', () => {
    expect(judged({ sent: note({ answers: [] }) })).toEqual([]);
    const without = { entries: [FIRST.entry], done: [FIRST.done], audited: 1 };
    const kept = { ...without, versions: [{ complaint_id: 'c', version: 1 }] };
    expect(judged({ sent: note({ answers: [] }), kept })).toEqual([]);
  });

  it.each<[string, Parameters<typeof judged>[0], string]>([
    ['lost', { kept: { done: [FIRST.done] } }, 'NOTE k2 was acknowledged, and is lost'],
    ['done twice', { sent: note({ answers: [DONE, { ...DONE, place: 3 }] }) }, 'at two places'],
    ['elsewhere', { sent: note({ answers: [{ ...DONE, place: 3 }] }) }, 'at another place'],
    ['half done', { kept: { entries: [FIRST.entry] } }, 'is done, and not in the timeline'],
    ['an update of what nobody saw', { sent: note({ version: 0 }) }, 'had not seen'],
    ['done though refused', { sent: note({ answers: [{ ...DONE, place: null }] }) }, 'was refused'],
    ['by another', { kept: { entries: [FIRST.entry, { ...entry, by: 'bob' }] } }, 'by another'],
    ['without its words', { kept: { entries: [FIRST.entry, { ...entry, words: [] }] } }, 'lost its words'],
    ['something else', { kept: { entries: [FIRST.entry, { ...entry, event: 'assign' }] } }, 'another event'],
    ['behind its entries', { kept: { versions: [{ complaint_id: 'c', version: 1 }] } }, 'c has version 1'],
    ['not audited', { kept: { audited: 1 } }, '1 audit entries tell of 2'],
    ['nobody’s', { kept: { done: [FIRST.done, done, { ...done, key: 'k9', place: 3 }] } }, 'nobody sent k9'],
    ['two in one place', { kept: { done: [FIRST.done, { ...done, place: 1 }] } }, 'one place'],
  ])('tells of a command that is %s', (_, kept, problem) => {
    expect(judged(kept).join('\n')).toContain(problem);
  });
});
