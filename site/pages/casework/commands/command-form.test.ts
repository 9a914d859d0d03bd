import type { Operation } from '../../../gateway/gateway';
import { toldGateway } from '../../../testing/serve-pages';
import { commandForm, type Target } from './command-form';
import { words } from './fields/words';

type Taken = Target & { readonly note: string };
const operation: Operation<{ outcome: { did: string } | null }, Taken> = {
  toString: () => 'mutation DoNote { x }',
};
const form = commandForm({ BIRDS: operation }, { note: words('Note', { missing: 'Write it.' }) });
const TARGET = { key: 'k', id: 'birds-1', version: 2 };

describe('a command as people ask for it', () => {
  it('is sent with what was typed, by the part that has it', async () => {
    const gateway = toldGateway({ DoNote: { outcome: { did: 'it' } } });
    const asking = { accessToken: 'a', requestId: 'r' };
    const prepared = await form.prepare({ note: 'Called', more: 'x' }, {});
    if ('problems' in prepared) throw new Error('It can be sent');
    const sending = { gateway, asking, target: TARGET };
    expect(await prepared.send({ ...sending, part: 'BIRDS' })).toEqual({ did: 'it' });
    expect(gateway.asked).toEqual([{ operation: 'DoNote', variables: { ...TARGET, note: 'Called' } }]);
    await expect(prepared.send({ ...sending, part: 'FISH' })).rejects.toThrow('No such command in FISH');
  });

  it('that begins something names itself alone', async () => {
    const begins: Operation<{ outcome: { did: string } | null }, { key: string | number; note: string }> = {
      toString: () => 'mutation DoNote { x }',
    };
    const gateway = toldGateway({ DoNote: { outcome: { did: 'it' } } });
    const asked = { note: words<object>('Note', { missing: 'Write it.' }) };
    const prepared = await commandForm({ BIRDS: begins }, asked, ['key']).prepare({ note: 'New' }, {});
    if ('problems' in prepared) throw new Error('It can be sent');
    const asking = { accessToken: 'a', requestId: 'r' };
    await prepared.send({ gateway, asking, part: 'BIRDS', target: TARGET });
    expect(gateway.asked[0]?.variables).toEqual({ key: 'k', note: 'New' });
  });

  it('is not sent where a field says nothing that can be meant', async () => {
    expect(await form.prepare({}, {})).toEqual({ problems: [{ field: 'note', says: 'Write it.' }] });
    expect([form.isIn('BIRDS'), form.isIn('toString')]).toEqual([true, false]);
  });
});
