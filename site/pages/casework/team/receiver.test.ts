import { knownOf } from './known';
import { readReceiver, receiverName, receiverView } from './receiver';

const nameOf = (subject: string) => (subject === 'olu' ? 'Olu Somebody' : subject);
const groups = [
  { id: 'desk', name: 'The desk', members: ['mia', 'olu'] },
  { id: 'care', name: 'Home care team', members: ['mia'] },
];

describe('who is to have work', () => {
  it.each([
    [{ to: ' olu ' }, { receiver: { to: 'olu', group: null } }],
    [{ group: 'desk' }, { receiver: { to: null, group: 'desk' } }],
    [{}, { problems: [expect.objectContaining({ field: 'to' })] }],
    [{ to: 'olu', group: 'desk' }, { problems: [expect.objectContaining({ field: 'group' })] }],
  ])('is a person or a group: %j', (form, read) => {
    expect(readReceiver(form)).toEqual(read);
  });

  it('can be whoever is in a group, and whoever asks', () => {
    const known = knownOf(groups, ['cora']);
    expect(known.people).toEqual(['cora', 'mia', 'olu']);
    const view = receiverView({ to: 'mia' }, known, { problems: [], nameOf });
    expect(view.offered).toContainEqual({ value: 'olu', text: 'Olu Somebody' });
    expect([view.to.value, view.groups.map(({ text }) => text)]).toEqual([
      ...['mia', ['No group', 'The desk', 'Home care team']],
    ]);
  });

  it('is called by their name', () => {
    const known = knownOf(groups, []);
    const named = (to: string | null, group: string | null) => receiverName({ to, group }, known, nameOf);
    expect([named('olu', null), named(null, 'desk'), named(null, 'gone')]).toEqual([
      ...['Olu Somebody', 'The desk', 'a group'],
    ]);
  });
});
