/** The two ombudsmen, as the schema's enum names them. */
export const OMBUDSMAN_BODIES = ['LGSCO', 'HOUSING'] as const;
export type OmbudsmanBody = (typeof OMBUDSMAN_BODIES)[number];
