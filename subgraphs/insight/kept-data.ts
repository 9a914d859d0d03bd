import {
  type KeptTable,
  keptTable,
  nothingPersonal,
  whoActed,
  whyActed,
} from '../../platform/personal-data/kept-table';

const FACTS = 'facts without people';
const COUNTS = 'counts';

/** Who reported what. */
const REPORTS: readonly KeptTable[] = [
  keptTable('report_version', {
    personal: [whoActed('opened_by looked_by frozen_by'), whyActed('reason frozen_despite')],
    plain: 'report_id sections looked_cells seen content checks snapshot',
    holds: 'figures as they were reported',
  }),
  keptTable('report_commentary', {
    personal: [whoActed('written_by')],
    plain: 'report_id section heading text',
    holds: 'what is said in reports, which members read; the page asks for no names',
  }),
  nothingPersonal('report', 'which reports were begun', 'id definition title financial_year up_to'),
];

const TARGETS = keptTable('target_decision', {
  personal: [whoActed('decided_by'), whyActed('reason')],
  plain: 'id measure financial_year stream directorate_id service_id',
  holds: 'what measures are to reach',
});

/** What was found out about figures. */
const SIGNALS = keptTable('signal_note', {
  personal: [whoActed('written_by'), whyActed('text')],
  plain: 'signal_id state',
  holds: 'which signal, and how far it has come',
});

/** What insight holds: nothing personal but who reported or decided something, and why. */
export const keptData: readonly KeptTable[] = [
  ...REPORTS,
  TARGETS,
  SIGNALS,
  ...[
    [
      'complaint_fact',
      FACTS,
      'authority channel complaint_id directorate_id outcome partner reference service_id stage_ids status stream theme',
    ],
    [
      'stage_fact',
      FACTS,
      'authority channel closure_reason complaint_id directorate_id outcome partner reference reference_key route service_id stage_id stream theme',
    ],
    ['promise_fact', 'days of what was promised', 'complaint_id authority stream promises'],
    [
      'contested_stage',
      FACTS,
      'authority channel closure_reason complaint_id directorate_id outcome partner reference reference_key route service_id stage_id stream theme',
    ],
    [
      'ombudsman_case_fact',
      'facts without people; of remedies their kinds, days and sums',
      'authority body case_id complaint_id partner reference remedies stream',
    ],
    ['complaint_gone', 'ids of complaints that were removed', 'complaint_id'],
    ['stage_fact_removed', 'ids of stages that were removed, and whose they were', 'id partner stream'],
    [
      'complaint_fact_removed',
      'ids of complaints that were removed, and whose they were',
      'id partner stream',
    ],
    ['ombudsman_case_gone', 'ids of cases that were removed', 'case_id'],
    ['answer_days', COUNTS, 'stream'],
    ['answer_days_by_service', COUNTS, 'directorate_id service_id stream'],
    ['call_day', COUNTS, 'authority groups'],
    ['flow_by_channel', COUNTS, 'channel stream'],
    ['flow_by_handling', COUNTS, 'closure_reason outcome route stream'],
    ['flow_by_month', COUNTS, 'stream'],
    ['flow_by_service', COUNTS, 'directorate_id service_id stream'],
    ['flow_by_theme', COUNTS, 'stream theme'],
    ['open_by_day', COUNTS, 'stream'],
    ['open_by_month', COUNTS, 'stream'],
    ['open_by_month_and_service', COUNTS, 'directorate_id service_id stream'],
    ['figure_set', 'from what the figures of a view were counted: places in outboxes', 'name state'],
    ['figure_row', 'figures by stream, stage and time', 'figure_set id figures'],
    ['rollup_drift', 'which counts differ from the facts', 'rollup'],
    ['fact_change', 'facts and names as they were before they changed', 'relation record before after'],
    ['fact_held', 'facts and names as they were when a rebuild began', 'relation record held'],
    ['coverage', 'since when each measure has been recorded', 'stream measure granularity'],
    ['service', 'names of services', 'id name former_names directorate directorate_id'],
    ['directorate', 'names of directorates', 'id name'],
    ['stream_described', 'what streams tell of their reports', 'stream description'],
    ['ombudsman_described', 'what the ombudsmen tell of their reports', 'part description'],
    ['source_reach', 'of which days each source speaks', 'source keepers'],
    ['open_fault', COUNTS, 'keeper months'],
  ].map(([table = '', holds = '', names = '']) => nothingPersonal(table, holds, names)),
];
