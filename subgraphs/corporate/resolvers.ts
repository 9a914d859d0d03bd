import type { CaseContext, LoadedComplaint } from '../../casework/loaders';

/** What only a corporate complaint has. */
export const ownFields = {
  ward: async ({ latest }: LoadedComplaint, _: object, { ownOfStage }: CaseContext) =>
    (await ownOfStage.load(latest.id)).ward ?? null,
};
