import type { Settings } from '../../platform/config/settings';
import type { Schemas } from '../../subgraphs/schemas';

/** What jobs are performed on. */
export interface PerformingOn {
  readonly schemas: Schemas;
  readonly settings: Pick<Settings, 'clock' | 'authority' | 'importMaxBytes' | 'imports'>;
}
