/**
 * To be joined: the row of a table that a condition finds by its key, for each row of the alias `of`. `OFFSET 0` has it
 * looked up: of an organisation that has just begun on a server where others are, the planner knows nothing, takes its
 * rows for one, and would go through all of them for each.
 */
export const lookedUp = (table: string, alias: string, condition: string, of: string) =>
  `LATERAL (SELECT * FROM ${table} ${alias} WHERE ${alias}.organization_id = ${of}.organization_id AND ${condition} OFFSET 0) ${alias} ON true`;
