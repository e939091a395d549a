import { useMutation, useQueryClient } from '@tanstack/react-query';
import { authChangeMe } from '../api/client.js';
import { speak } from '../i18n/index.js';
import { type Language, languages } from '../i18n/languages.js';
import { meQuery, useMe } from './session.js';
import { ifMatch } from './version.js';

/** The language that somebody is written to in: of those that the application speaks, English unless they chose. */
export function useOwnLanguage(): Language {
  const base = useMe().user.language?.split('-')[0]?.toLowerCase() ?? 'en';
  return base in languages ? (base as Language) : 'en';
}

/** Turns the page on this device, and what its owner is written, to one language: nobody should read in two. */
export function useChooseLanguage() {
  const client = useQueryClient();
  const me = useMe();
  return useMutation({
    mutationFn: async (language: Language) => {
      await speak(language);
      return authChangeMe(ifMatch(me), { language });
    },
    onSuccess: (changed) => client.setQueryData(meQuery.queryKey, changed),
    // An administrator may have changed the account meanwhile: the next choice is made of what it is now.
    onError: () => client.invalidateQueries(meQuery),
  });
}
