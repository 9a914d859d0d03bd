import type { Change } from '../../platform/changes/change';
import { beginTelling } from './begin-telling';
import { createFiguresHub } from './figures-hub';
import { WATCH_TIMES } from './figures-watch';
import type { ChangeListener } from './part-changes';
import type { LiveQuestion } from './question';
import { openSession, type Session } from './session';
import { callerFor, keepingStream, until } from './testing';

const COMPLAINTS: LiveQuestion = {
  ...{ kind: 'complaint', key: 'told', source: 'adults', idVariable: 'c', document: '{ told }' },
};
const FIGURES: LiveQuestion = { kind: 'figures', key: 'now', document: '{ now }' };
const CHANGE: Change = { subjects: [{ source: 'adults', subject: 'a', at: '' }], untold: [] };

describe('telling what is subscribed to', () => {
  const begin = (question: LiveQuestion, ...lost: string[]) => {
    const kept = keepingStream();
    const heard: ChangeListener[] = [];
    const sessions: Session[] = [];
    let left = 0;
    const ask = async () => ({ data: { told: question.kind === 'figures' ? null : 'a', now: 1 } });
    const over = beginTelling(question, {
      ...{ ask, hub: createFiguresHub({ ask, times: WATCH_TIMES }) },
      changes: {
        async listen(listener) {
          heard.push(listener);
          // Before anything is answered, so of no matter.
          listener.onChange(CHANGE);
          return {
            lost: new Set(lost),
            leave() {
              left += 1;
            },
          };
        },
      },
      open(onRenewed) {
        expect(heard).toHaveLength(1);
        const session = openSession({ caller: callerFor(), stream: kept.stream, onRenewed });
        sessions.push(session);
        return session;
      },
    });
    const change = () => {
      for (const { onChange } of heard) onChange(CHANGE);
    };
    return { ...kept, sessions, over, change, left: () => left };
  };

  it.each([
    ['complaints', COMPLAINTS],
    ['figures', FIGURES],
  ])(
    'begins when changes are listened to, and listens no longer than it goes on: %s',
    async (_, question) => {
      const { told, sessions, over, change, left } = begin(question);
      await until(() => sessions.length > 0);
      change();
      await until(() => told.length === 1);
      expect(left()).toBe(0);
      sessions[0]?.end(null);
      await over;
      expect(left()).toBe(1);
    },
  );

  it('listens no longer where the answer cannot be begun', async () => {
    let left = 0;
    const ask = async () => ({ data: null });
    const over = beginTelling(FIGURES, {
      ...{ ask, hub: createFiguresHub({ ask, times: WATCH_TIMES }) },
      changes: {
        listen: async () => ({
          lost: new Set<string>(),
          leave() {
            left += 1;
          },
        }),
      },
      open() {
        throw new Error('The head was sent');
      },
    });
    await expect(over).rejects.toThrow('The head was sent');
    expect(left).toBe(1);
  });

  it('tells no complaints where not all changes can be heard, and figures all the same', async () => {
    const complaints = begin(COMPLAINTS, 'insight');
    await complaints.over;
    expect(complaints.told).toMatchObject([{ errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] }]);
    const figures = begin(FIGURES, 'insight');
    await until(() => figures.told.length === 1);
    expect(figures.told).toMatchObject([{ data: { now: 1 } }]);
    figures.sessions[0]?.end(null);
    await figures.over;
  });
});
