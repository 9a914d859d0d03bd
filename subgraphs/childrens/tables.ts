import { ownStageTable } from '../../casework/stream/own-stage-table';

/** What the children's stream alone records of a stage as facts: of the advocate and the panel. */
export const stageProcedure = ownStageTable('childrens', {
  table: 'stage_procedure',
  columns: {
    advocate_offered: 'advocateOffered',
    panel_held_on: 'panelHeldOn',
    findings_on: 'findingsOn',
  },
});

/**
 * Which child it is about and what is known of it, who looked into it, and what was found of each element, so guarded as an account is. `panel`
 * and `elements` are lists, as JSON.
 */
export const stagePeople = ownStageTable('childrens', {
  table: 'stage_people',
  columns: {
    child_reference: 'childReference',
    child_age_band: 'childAgeBand',
    child_looked_after: 'childLookedAfter',
    investigating_officer: 'investigatingOfficer',
    independent_person: 'independentPerson',
    panel: 'panel',
    elements: 'elements',
  },
  personal: true,
});
