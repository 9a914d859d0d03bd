/**
 * SQL that is true for a record that is a line of the coverage list which somebody retracted: that is settled, whatever the
 * newest list has. `record` is the alias of the table, `keeper` its column with the record's keeper.
 */
export const isRetractedLine = (record: string, keeper: string): string =>
  `exists (select from intake.coverage as line where ${record}.${keeper} = 'coverage' and line.retracted
     and ${record}.identity = line.stream || '/' || line.measure || '/' || to_char(line.recorded_from, 'YYYY-MM-DD'))`;
