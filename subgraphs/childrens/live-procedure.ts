import type { LiveProcedure } from '../../domain/procedure/stage-version';
import { stage1 } from './live/stage-1';
import { stage2 } from './live/stage-2';
import { stage3 } from './live/stage-3';

/** The stream's procedure as complaints follow it that are worked on here: local resolution, an investigation, a panel. */
export const liveProcedure: LiveProcedure = { stream: 'childrens', stages: [stage1, stage2, stage3] };
