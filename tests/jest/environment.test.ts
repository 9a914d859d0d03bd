import { GraphQLError } from 'graphql';

const Environment = require('./environment.cjs');
const { removeOfRunner } = require('./of-runner.cjs');

describe('where test files run', () => {
  const open = () => new Environment({ projectConfig: { fakeTimers: {} } });

  it('is where packages run: both mean the same by what is built in', () => {
    const error = new GraphQLError('Refused.', { extensions: { codes: ['A'] } });
    expect(error).toBeInstanceOf(Error);
    expect(error.extensions.codes).toBeInstanceOf(Array);
  });

  it('is left with the settings of the process as they were', async () => {
    const { env } = process;
    const before = { ...env };
    const environment = open();
    env.TZ = 'Asia/Tokyo';
    env.ADDED_IN_TESTS = 'added';
    delete env.PATH;
    await environment.teardown();
    expect({ ...env }).toEqual(before);
  });

  it('has nothing left there by the runner of another file', () => {
    const named = (name: string) =>
      Object.getOwnPropertySymbols(globalThis).filter(({ description }) => description === name);
    // There would be one more for each file before this one.
    expect(named('JEST_STATE_SYMBOL').length).toBeLessThanOrEqual(2);
    const [state, handlers, other] = [
      Symbol('JEST_STATE_SYMBOL'),
      Symbol.for('EVENT_HANDLERS'),
      Symbol('other'),
    ];
    const globals = { [state]: {}, [handlers]: [], [other]: 1, expect: 2 };
    removeOfRunner(globals);
    expect(Reflect.ownKeys(globals)).toEqual(['expect', other]);
  });

  it('loads a package once, and the project’s own modules anew', () => {
    const modules = () => ({ graphql: require('graphql'), day: require('../../domain/calendar/day') });
    const first = modules();
    jest.isolateModules(() => {
      const second = modules();
      expect([second.graphql === first.graphql, second.day === first.day]).toEqual([true, false]);
    });
  });
});
