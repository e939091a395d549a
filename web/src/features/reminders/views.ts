import { reminderStates } from '../../api/choices.js';

export const severalStates = ['ahead', 'needs_care', 'all'] as const;

/** What the page of reminders can be narrowed to; to what is ahead unless said. */
export const reminderViews = [...severalStates, ...reminderStates] as const;
export type RemindersView = (typeof reminderViews)[number];
