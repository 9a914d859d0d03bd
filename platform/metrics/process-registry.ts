import { createRegistry, type MetricsRegistry } from './registry';

/** The one of this process: what happens in it is counted once, whichever part it happens to. */
export const processRegistry: MetricsRegistry = createRegistry();
