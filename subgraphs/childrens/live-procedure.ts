import type { LiveProcedure } from '../../domain/procedure/stage-version';

/** The stream's procedure as complaints follow it that are worked on here. */
export const liveProcedure: LiveProcedure = { stream: 'childrens', stages: [] };
