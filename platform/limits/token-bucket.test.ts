import { createTokenBucket } from './token-bucket';

describe('a token bucket', () => {
  let nowMillis = 0;
  const clock = { now: () => new Date(nowMillis) };
  beforeEach(() => {
    nowMillis = 0;
  });
  const make = () => createTokenBucket({ burst: 3, perSecond: 2 }, clock);
  const taken = (bucket: { take(): number }, times: number) =>
    Array.from({ length: times }, () => bucket.take());

  it('gives a burst, and then says when the next one is there', () => {
    const bucket = make();
    expect(taken(bucket, 5)).toEqual([0, 0, 0, 500, 500]);
    nowMillis = 499;
    expect(bucket.take()).toBe(1);
    nowMillis = 500;
    expect(taken(bucket, 2)).toEqual([0, 500]);
  });

  it('fills with time, and no further than a burst', () => {
    const bucket = make();
    expect(bucket.isFull()).toBe(true);
    taken(bucket, 3);
    nowMillis = 1_499;
    expect(bucket.isFull()).toBe(false);
    nowMillis = 60_000;
    expect(bucket.isFull()).toBe(true);
    expect(taken(bucket, 4)).toEqual([0, 0, 0, 500]);
  });

  it('gives nothing more, and takes nothing away, when the clock is put back', () => {
    const bucket = make();
    nowMillis = 10_000;
    taken(bucket, 3);
    nowMillis = 0;
    expect(bucket.take()).toBe(500);
    nowMillis = 500;
    expect(bucket.take()).toBe(0);
  });
});
