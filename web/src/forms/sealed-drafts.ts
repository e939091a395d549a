import { dropSealed, forgetSealed, isKept, keepSealed, openSealed } from '../lib/sealed-storage.js';
import type { Values } from './draft.js';

/** Whose draft of what. */
export interface DraftName {
  userId: string;
  form: string;
}

const sealed = ({ userId, form }: DraftName) => ({ kind: 'draft', userId, name: form }) as const;

/** Keeps what is being typed over a reload, in this tab. Where a browser cannot seal it, nothing is kept. */
export async function keepDraft(name: DraftName, values: Values): Promise<void> {
  await keepSealed(sealed(name), values).catch(() => dropDraft(name));
}

/** What was kept, if it is this person's and of this form. */
export const keptDraft = (name: DraftName) => openSealed(sealed(name)) as Promise<Values | undefined>;

/** Whether anything was kept of this form, to be opened or thrown away by {@link keptDraft}. */
export const isDraftKept = (form: string): boolean => isKept({ kind: 'draft', name: form });

export const dropDraft = (name: DraftName): void => dropSealed(sealed(name));

/** At sign-out. */
export const forgetDrafts = (): Promise<void> => forgetSealed('draft');
