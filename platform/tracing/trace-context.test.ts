import fc from 'fast-check';
import { newTrace, readTraceParent, writeTraceParent } from './trace-context';

const hex = (digits: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: digits, maxLength: digits })
    .map((each) => each.join(''))
    .filter((text) => !/^0+$/.test(text));

describe('the header that names a trace', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(hex(32), hex(16), fc.boolean(), (traceId, spanId, isSampled) => {
        const context = { traceId, spanId, isSampled };
        expect(readTraceParent(writeTraceParent(context))).toEqual(context);
      }),
    );
  });

  it('holds nothing but numbers, whatever was sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (header) => {
        const read = readTraceParent(header);
        if (read !== null) expect(writeTraceParent(read)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/);
      }),
    );
  });

  const [TRACE, SPAN] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];
  it.each([
    ['none', null],
    ['of version ff', `ff-${TRACE}-${SPAN}-01`],
    ['of version 00 that goes on', `00-${TRACE}-${SPAN}-01-more`],
    ['of no trace', `00-${'0'.repeat(32)}-${SPAN}-01`],
    ['of no span', `00-${TRACE}-${'0'.repeat(16)}-01`],
    ['in capitals', `00-${TRACE.toUpperCase()}-${SPAN}-01`],
    ['cut off', `00-${TRACE}-${SPAN}`],
    ['with words', `00-${TRACE}-${SPAN}-01 Mrs Secret`],
    ['longer than any', `01-${TRACE}-${SPAN}-01-${'x'.repeat(1_000)}`],
  ])('is not taken: %s', (_, header) => expect(readTraceParent(header)).toBeNull());

  it('is taken of a later version, which may say more', () => {
    expect(readTraceParent(`01-${TRACE}-${SPAN}-01-more`)).toMatchObject({ traceId: TRACE, isSampled: true });
  });

  it('is a new one each time', () => {
    const [one, other] = [newTrace(), newTrace()];
    expect(one.traceId).not.toBe(other.traceId);
    expect(readTraceParent(writeTraceParent(one))).toEqual(one);
  });
});
