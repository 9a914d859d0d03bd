import { SettingsError } from '../../platform/config/settings';
import { DatabaseRefusal } from '../../platform/postgres/refusal';
import { endedBy } from './refusal';

describe('what ended an import', () => {
  it('is told in its own words where it was foreseen', () => {
    const settings = new SettingsError([{ setting: 'TODAY', says: 'is no day.' }]);
    expect(endedBy(settings, { dryRun: false })).toEqual({
      refusal: {
        kind: 'refused',
        code: 'WRONG_SETTINGS',
        message: expect.stringContaining('TODAY is no day.'),
      },
      trace: null,
    });
    expect(endedBy(new DatabaseRefusal('No server.'), { dryRun: false })).toEqual({
      refusal: { kind: 'refused', code: 'DATABASE_UNREACHABLE', message: 'No server.' },
      trace: null,
    });
  });

  it('is told with what may be held already, where it was not', () => {
    const { refusal, trace } = endedBy(new Error('Connection terminated'), { dryRun: false });
    expect(refusal).toEqual({
      ...{ kind: 'refused', code: 'IMPORT_FAILED' },
      message:
        'The import broke off: Connection terminated. Some of its records may be held already. Make the same import again: it completes what this one began.',
    });
    expect(trace).toMatch(/^Error: Connection terminated\n\s+at /);
  });

  it('leaves nothing of a dry run', () => {
    const { refusal } = endedBy(new Error('Connection terminated'), { dryRun: true });
    expect(refusal.message).toMatch(/It was a trial, so nothing of it is kept\.$/);
  });

  it('is told without values', () => {
    const failure = Object.assign(new Error('duplicate key: Mrs Secret'), {
      code: '23505',
      severity: 'ERROR',
    });
    const { refusal, trace } = endedBy(failure, { dryRun: false });
    expect(`${refusal.message}${trace}`).not.toContain('Secret');
  });
});
