import { setTimeout as delay } from 'node:timers/promises';
import type { Begun, GoOn } from '../../subgraphs/intake/subgraph';
import { LostJob } from './heed-job';
import { watchJob } from './watch-job';

const job: Begun = { id: 7, attempt: 1, kind: 'import', source: 'crm', file: 'May.csv', upload: 'u' };
const queueThat = (answer: GoOn) => ({
  far: jest.fn(async () => answer),
  beginRecording: jest.fn(async () => answer),
});

describe('a job that is watched', () => {
  it('says how far it is while it is worked on', async () => {
    const queue = queueThat('on');
    const watched = watchJob(queue, job);
    watched.job.begun(() => ({ rows: 12, records: 5 }));
    await delay(700);
    expect(queue.far).toHaveBeenLastCalledWith(job, { done: 12, expected: null });
    await watched.job.beforeRecording();
    await delay(700);
    watched.stop();
    expect(queue.far).toHaveBeenLastCalledWith(job, { done: 5, expected: 12 });
    expect(() => watched.job.checkRow()).not.toThrow();
  });

  it('ends before it records once it is cancelled', async () => {
    const watched = watchJob(queueThat('cancelled'), job);
    await expect(watched.job.beforeRecording()).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(() => watched.job.checkRow()).toThrow(expect.objectContaining({ code: 'CANCELLED' }));
    watched.stop();
  });

  it('ends where another process has taken it up', async () => {
    const watched = watchJob(queueThat('lost'), job);
    await expect(watched.job.beforeRecording()).rejects.toThrow(LostJob);
    watched.stop();
  });

  it('never asks to record in a dry run', async () => {
    const queue = queueThat('on');
    const watched = watchJob(queue, { ...job, kind: 'dry_run' });
    await watched.job.beforeRecording();
    watched.stop();
    expect(queue.beginRecording).not.toHaveBeenCalled();
  });
});
