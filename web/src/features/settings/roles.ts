export const roles = ['administrator', 'supervisor', 'attorney', 'advocate', 'accompanier', 'auditor'] as const;
