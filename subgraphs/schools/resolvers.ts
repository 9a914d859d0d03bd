import type { CaseContext, LoadedComplaint } from '../../casework/loaders';

/** What only a schools' complaint has. */
export const ownFields = {
  school: async ({ latest }: LoadedComplaint, _: object, { ownOfStage }: CaseContext) => {
    const own = await ownOfStage.load(latest.id);
    return own.school_urn || own.school_name ? { urn: own.school_urn, name: own.school_name } : null;
  },
};
