import type { LiveProcedure } from '../../domain/procedure/stage-version';
import { stage1 } from './live/stage-1';

/** The stream's procedure as complaints follow it that are worked on here: one stage, by a plan. */
export const liveProcedure: LiveProcedure = { stream: 'adults', stages: [stage1] };
