import { createMemoryAdapters } from './memory-adapter';

function adapters() {
  let millis = 1_000_000;
  const of = createMemoryAdapters(() => millis);
  return { of, pass: (seconds: number) => (millis += seconds * 1_000) };
}

describe('what a sign-in service remembers', () => {
  it('is found for its time and no longer', async () => {
    const { of, pass } = adapters();
    const codes = of('AuthorizationCode');
    await codes.upsert('one', { accountId: 'ana' }, 60);
    pass(59);
    expect(await codes.find('one')).toMatchObject({ accountId: 'ana' });
    pass(1);
    expect(await codes.find('one')).toBeUndefined();
  });

  it('is of one kind: a code is no session, in whichever place one asks', async () => {
    const { of } = adapters();
    await of('AuthorizationCode').upsert('one', {}, 60);
    expect(await of('Session').find('one')).toBeUndefined();
    expect(await of('AuthorizationCode').find('one')).toEqual({});
  });

  it('is found by its other names', async () => {
    const { of, pass } = adapters();
    await of('Session').upsert('one', { uid: 'u', userCode: 'c' }, 60);
    expect(await of('Session').findByUid('u')).toMatchObject({ uid: 'u' });
    expect(await of('Session').findByUserCode('c')).toMatchObject({ userCode: 'c' });
    expect(await of('Session').findByUid('other')).toBeUndefined();
    pass(60);
    expect(await of('Session').findByUid('u')).toBeUndefined();
  });

  it('is marked as used, and is gone when it is destroyed', async () => {
    const { of } = adapters();
    const codes = of('AuthorizationCode');
    await codes.upsert('one', {}, 60);
    await codes.consume('one');
    expect(await codes.find('one')).toEqual({ consumed: 1_000 });
    await codes.destroy('one');
    await codes.consume('one');
    expect(await codes.find('one')).toBeUndefined();
  });

  it('goes with all that one sign-in brought when that is taken back', async () => {
    const { of } = adapters();
    const tokens = of('RefreshToken');
    for (const [id, grantId] of [
      ['one', 'a'],
      ['two', 'a'],
      ['three', 'b'],
    ] as const)
      await tokens.upsert(id, { grantId }, 60);
    await tokens.revokeByGrantId('a');
    expect([await tokens.find('one'), await tokens.find('two')]).toEqual([undefined, undefined]);
    expect(await tokens.find('three')).toMatchObject({ grantId: 'b' });
  });

  it('is no more than a thousand of each kind: the oldest goes, and what is renewed is new', async () => {
    const { of } = adapters();
    const sessions = of('Session');
    await sessions.upsert('first', {}, 60);
    for (let number = 1; number < 1_000; number += 1) await sessions.upsert(`s${number}`, {}, 60);
    await sessions.upsert('first', { again: true }, 60);
    await sessions.upsert('last', {}, 60);
    expect(await sessions.find('first')).toEqual({ again: true });
    expect(await sessions.find('s1')).toBeUndefined();
    expect(await sessions.find('s2')).toBeDefined();
    expect(await sessions.find('last')).toBeDefined();
  });
});
