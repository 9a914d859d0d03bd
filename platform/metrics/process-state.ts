import { monitorEventLoopDelay } from 'node:perf_hooks';
import { defineGauge } from './gauge';
import type { Family } from './metric';

const NANOS_PER_SECOND = 1e9;
const MICROS_PER_SECOND = 1e6;
const LOOKED_AT_EVERY_MILLIS = 20;

const memory = defineGauge({
  name: 'complaints_process_memory_bytes',
  help: 'Memory of this process, by what it is used for.',
  labels: { kind: ['resident', 'heap', 'external'] },
});
const delay = defineGauge({
  name: 'complaints_event_loop_delay_seconds',
  help: 'How late this process came to what it had to do, since it was last asked.',
  labels: { quantile: ['0.5', '0.99', '1'] },
});
const cpu = defineGauge({
  name: 'complaints_process_cpu_seconds',
  help: 'Processor time that this process has used since it began.',
  labels: {},
});
const uptime = defineGauge({
  name: 'complaints_process_uptime_seconds',
  help: 'How long this process has been running.',
  labels: {},
});

/** Reads what a process is like. The delays are those since the last reading. `stop` ends the looking. */
export function watchProcess(): { read(): readonly Family[]; stop(): void } {
  const histogram = monitorEventLoopDelay({ resolution: LOOKED_AT_EVERY_MILLIS });
  histogram.enable();
  // A loop that was never late has no figure yet: NaN says nothing.
  const late = (nanos: number) =>
    Number.isFinite(nanos) && histogram.count > 0
      ? Math.max(0, nanos / NANOS_PER_SECOND - LOOKED_AT_EVERY_MILLIS / 1_000)
      : 0;
  return {
    read() {
      const { rss, heapUsed, external } = process.memoryUsage();
      const { user, system } = process.cpuUsage();
      const delays = delay([
        [{ quantile: '0.5' }, late(histogram.percentile(50))],
        [{ quantile: '0.99' }, late(histogram.percentile(99))],
        [{ quantile: '1' }, late(histogram.max)],
      ]);
      histogram.reset();
      return [
        memory([
          [{ kind: 'resident' }, rss],
          [{ kind: 'heap' }, heapUsed],
          [{ kind: 'external' }, external],
        ]),
        delays,
        cpu([[{}, (user + system) / MICROS_PER_SECOND]]),
        uptime([[{}, process.uptime()]]),
      ];
    },
    stop: () => void histogram.disable(),
  };
}
