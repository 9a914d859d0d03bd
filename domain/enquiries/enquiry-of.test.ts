import fc from 'fast-check';
import { addDays } from '../calendar/day';
import type { EnquiryCommand, EnquiryDecision, EnquiryEntry, EnquiryFactsOf, EnquiryState } from './enquiry';
import { applyEnquiry, enquiryOf } from './enquiry-of';
import { permittedInEnquiry } from './enquiry-procedure';
import { day, decided, received } from './testing';

const TAKEN: EnquiryFactsOf<'takeOver'> = {
  ...{ event: 'takeOver', body: 'LGSCO', receivedOn: day('2026-06-01'), replyDueOn: null, repliedOn: null },
  ...{ decidedOn: null, isDecided: false, decision: null, findings: [], remedies: [] },
};

describe('a case of the register that goes on here', () => {
  const remedies = [{ place: 0, dueOn: null, doneOn: null }];
  it.each([
    [{}, 'ENQUIRY'],
    [{ repliedOn: day('2026-06-20') }, 'REPLIED'],
    [{ isDecided: true, decision: 'NOT_UPHELD' }, 'CLOSED'],
    [{ isDecided: true, decision: 'UPHELD' }, 'DECIDED'],
    [{ isDecided: true, decision: 'UPHELD', remedies }, 'REMEDY'],
    [{ isDecided: true, findings: [null, 'MALADMINISTRATION'] }, 'DECIDED'],
  ] as const)('of which it says %j stands as %s', (said, state) => {
    expect(enquiryOf([{ place: 0, facts: { ...TAKEN, ...said } }])).toMatchObject({ state, version: 0 });
  });

  it('begins once, and goes on from nothing else', () => {
    const begun = { place: 1, facts: TAKEN };
    expect(() => enquiryOf([])).toThrow('empty');
    expect(() => enquiryOf([begun, begun])).toThrow('twice');
    expect(() => enquiryOf([{ place: 1, facts: { event: 'note' } }])).toThrow('without having begun');
  });
});

/** Any command, most of them on a day that could be. */
const someDay = fc.integer({ min: -5, max: 200 }).map((count) => addDays(day('2026-06-01'), count));
const someCommand: fc.Arbitrary<EnquiryCommand> = fc.oneof(
  someDay.map((on) => ({ event: 'reply', on }) as const),
  someDay.map((to) => ({ event: 'extendReply', to, hasReason: true }) as const),
  someDay.map((on) => ({ event: 'draft', on, dueOn: null }) as const),
  someDay.map((on) => ({ event: 'comment', on }) as const),
  fc
    .tuple(someDay, fc.constantFrom('UPHELD', 'NOT_UPHELD'))
    .map(([on, decision]) => ({ event: 'decide', on, decision, findings: [] }) as const),
  someDay.map((on) => ({ event: 'referBack', on }) as const),
  fc.constant({ event: 'addRemedy', kind: 'PERSONAL', dueOn: null } as const),
  fc.tuple(fc.nat(2), someDay).map(([place, on]) => ({ event: 'completeRemedy', place, on }) as const),
  fc
    .tuple(someDay, fc.constantFrom('COMPLETE_LATE', 'NOT_COMPLETE'))
    .map(([on, compliance]) => ({ event: 'comply', on, compliance }) as const),
  someDay.map((on) => ({ event: 'withdraw', on }) as const),
  fc.constant({ event: 'note' } as const),
);

/** The entries of the commands that are permitted, each after those before it, and the case after them. */
function played(commands: readonly EnquiryCommand[]) {
  const entries: EnquiryEntry[] = [];
  let state: EnquiryState | null = null;
  for (const command of commands) {
    const decision: EnquiryDecision = decided(state, command);
    if (decision.isRefused) continue;
    const permitted = state === null ? [] : permittedInEnquiry(state.state);
    if (state !== null) expect(permitted.map(({ event }) => event)).toContain(command.event);
    const entry = { place: entries.length + 1, facts: decision.facts };
    entries.push(entry);
    state = applyEnquiry(state, entry);
  }
  return { entries, state };
}

describe('any sequence of commands', () => {
  it('leads through permitted events alone, to a case that its timeline tells again', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(someCommand, { minLength: 10, maxLength: 40 }), (commands) => {
        const { entries, state } = played([received(), ...commands]);
        taken += entries.length;
        const kept: EnquiryEntry[] = JSON.parse(JSON.stringify(entries));
        expect(enquiryOf(kept)).toEqual(state);
        const open = state?.remedies.some(({ doneOn }) => doneOn === null);
        if (state?.state === 'COMPLIED') expect(open).toBe(false);
        if (state?.state === 'REMEDY') expect(state.callsForRemedy).toBe(true);
      }),
      { numRuns: 1_000, seed: 20261130 },
    );
    expect(taken).toBeGreaterThan(3_000);
  });
});
