import { checkNames, type Described, type Family, type LabelSets, type LabelsOf, labelsOf } from './metric';

/** A metric that is read as it stands when somebody asks. Made once, so that all who read it call it the same. */
export function defineGauge<const Sets extends LabelSets>(
  described: Described<Sets>,
): (samples: readonly (readonly [LabelsOf<Sets>, number])[]) => Family {
  checkNames(described);
  const { name, help, labels: sets } = described;
  return (samples) => ({
    ...{ name, help, type: 'gauge' },
    samples: samples.map(([labels, value]) => ({ suffix: '', labels: labelsOf(sets, labels), value })),
  });
}
