import { dropSealed, forgetSealed, keepSealed, namesKept, openSealed } from '../lib/sealed-storage.js';
import type { Values } from './draft.js';

/** Whose draft of what. */
export interface DraftName {
  userId: string;
  form: string;
}

const sealed = ({ userId, form }: DraftName) => ({ kind: 'draft', userId, name: form }) as const;

/** The forms of which something is kept, and for whom: pages ask while they are drawn, when nothing can be opened yet. */
let known = { userId: '', forms: new Set<string>() };

/** Learns what is kept for whoever is signed in, before their pages are drawn. */
export async function recallDrafts(userId: string): Promise<void> {
  if (known.userId !== userId) known = { userId, forms: new Set(await namesKept('draft', userId)) };
}

/** Keeps what is being typed over a reload, in this tab. Where a browser cannot seal it, nothing is kept. */
export async function keepDraft(name: DraftName, values: Values): Promise<void> {
  known.forms.add(name.form);
  await keepSealed(sealed(name), values).catch(() => dropDraft(name));
}

/** What was kept, if it is this person's and of this form. */
export const keptDraft = (name: DraftName) => openSealed(sealed(name)) as Promise<Values | undefined>;

/** Whether anything was kept of this form, to be opened or thrown away by {@link keptDraft}. */
export const isDraftKept = (form: string): boolean => known.forms.has(form);

export function dropDraft(name: DraftName): Promise<void> {
  known.forms.delete(name.form);
  return dropSealed(sealed(name));
}

/** At sign-out. */
export function forgetDrafts(): Promise<void> {
  known.forms.clear();
  return forgetSealed('draft');
}
