/** Besides the record itself, which has none in its address. */
export const caseTabs = ['documents', 'reminders', 'people', 'history'] as const;
export type CaseTab = (typeof caseTabs)[number];

export function caseTab(search: Record<string, unknown>): { tab?: CaseTab } {
  const tab = caseTabs.find((one) => one === search.tab);
  return tab ? { tab } : {};
}
