import { current, onAccountOf, onNobodysAccount, traceParent } from './current';
import { otlpTracer } from './otlp-tracer';
import { beginSpan, inSpan, recordSpans, type SpanBegun } from './span';
import { newTrace, type TraceContext } from './trace-context';

interface Recorded extends SpanBegun {
  readonly parent: TraceContext;
  isFailed?: boolean | undefined;
}
const recorded: Recorded[] = [];
const context = newTrace();

describe('a span', () => {
  beforeEach(() => {
    recorded.length = 0;
    recordSpans({
      begin(span, parent) {
        const kept: Recorded = { ...span, parent };
        recorded.push(kept);
        const end = ({ isFailed }: { isFailed?: boolean } = {}): void => {
          kept.isFailed = isFailed;
        };
        return { context, end };
      },
    });
  });
  afterEach(() => recordSpans(null));
  const account = { trace: newTrace(), requestId: 'r-12345678' };

  it('is the parent of what begins in it, on the account of the same request, and fails with it', async () => {
    await onAccountOf(account, () =>
      inSpan({ name: 'ask', attributes: { part: 'schools' } }, async () => {
        expect(current()).toEqual({ ...account, trace: context });
        beginSpan({ name: 'transaction' }).end({ isFailed: true });
      }),
    );
    const failing = onAccountOf(account, () =>
      inSpan({ name: 'plan' }, () => Promise.reject(new Error('no'))),
    );
    await expect(failing).rejects.toThrow('no');
    expect(recorded.map(({ name, parent, isFailed }) => [name, parent, isFailed])).toEqual([
      ['ask', account.trace, false],
      ['transaction', context, true],
      ['plan', account.trace, true],
    ]);
  });

  it('is none where nobody asked, where it is not wanted, and where nobody takes it', async () => {
    await inSpan({ name: 'plan' }, async () => expect(traceParent()).toBeNull());
    onAccountOf(account, () => onNobodysAccount(() => expect(current()).toBeNull()));
    const unwanted = { ...account, trace: { ...account.trace, isSampled: false } };
    await onAccountOf(unwanted, () => inSpan({ name: 'plan' }, async () => undefined));
    recordSpans(null);
    await onAccountOf(account, () => inSpan({ name: 'plan' }, async () => undefined));
    expect(recorded).toEqual([]);
  });

  it('holds nobody up whose collector does not answer', async () => {
    const { tracer, stop } = otlpTracer({ endpoint: 'http://127.0.0.1:9', part: 'tests' });
    tracer.begin({ name: 'plan' }, newTrace()).end();
    await expect(stop()).resolves.toBeUndefined();
  });
});
