import { createLivePlaces } from './live-places';

describe('places for subscriptions', () => {
  it('are so many for each caller, and so many in all', () => {
    const places = createLivePlaces({ ofOneCaller: 2, inAll: 3 });
    places.take('ana');
    places.take('ana');
    expect(() => places.take('ana')).toThrow('You have 2 subscriptions open');
    places.take('olu');
    expect(() => places.take('mark')).toThrow('As many subscriptions are open as there may be');
    expect(places.size()).toBe(3);
  });

  it('are refused with a status and a time that programs understand', () => {
    const places = createLivePlaces({ ofOneCaller: 0, inAll: 1 });
    const refusal = { status: 429, code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 10, subject: 'ana' };
    expect(() => places.take('ana')).toThrow(expect.objectContaining(refusal));
  });

  it('are free again once they are given back, however often that is said', () => {
    const places = createLivePlaces({ ofOneCaller: 1, inAll: 2 });
    const free = places.take('ana');
    places.take('olu');
    free();
    free();
    expect(places.size()).toBe(1);
    places.take('ana');
    expect(() => places.take('mark')).toThrow('As many');
  });
});
