import type { LiveProcedure } from '../../domain/procedure/stage-version';
import { stage1BeforeTheCode, stage1UnderTheCode } from './live/stage-1';
import { stage2BeforeTheCode, stage2UnderTheCode } from './live/stage-2';

/** The stream's procedure as complaints follow it that are worked on here: the service answers, then the central team. */
export const liveProcedure: LiveProcedure = {
  stream: 'corporate',
  stages: [stage1BeforeTheCode, stage1UnderTheCode, stage2BeforeTheCode, stage2UnderTheCode],
};
