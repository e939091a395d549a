import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { areas } from '../../../features/settings/areas.js';
import { facilitiesQuery, officesQuery, placesQuery } from '../../../features/settings/queries.js';
import { languages, languagesBeside } from '../../../i18n/languages.js';
import { useChooseLanguage } from '../../../lib/own-language.js';
import { setNamesHidden, useNamesHidden } from '../../../lib/shared-screen.js';
import { useMay } from '../../../lib/session.js';
import { useLeaving } from '../leaving.js';
import { usePlaces } from '../places.js';
import { beginnings } from './beginnings.js';
import { matching } from '../../../lib/matching.js';

export interface Entry {
  id: string;
  title: string;
  /** Quietly beside the title: what kind of thing it is. */
  aside?: string;
  /** Other words by which it is found. */
  words?: string;
  go: () => void;
}

/** What helps whoever looked for a person in vain. */
const inVain = ['do-letter', 'do-emergency'];

/** Actions and places, of those that are within reach of this role, in the language of the page. */
export function useEntries(typed: string, foundNobody: boolean): { actions: Entry[]; places: Entry[] } {
  const actions = useActions();
  const places = usePlaceEntries();
  if (typed.trim() === '') return { actions: actions.filter(({ isUsual }) => isUsual), places: [] };
  const found = { actions: matching(typed, actions).slice(0, 8), places: matching(typed, places).slice(0, 6) };
  const isInVain = foundNobody && found.actions.length + found.places.length === 0;
  return isInVain ? { ...found, actions: actions.filter(({ id }) => inVain.includes(id)) } : found;
}

/** What one begins, the pages, and what changes the screen. */
function useActions(): (Entry & { isUsual?: boolean })[] {
  const { t, i18n } = useTranslation(['palette', 'settings', 'common']);
  const router = useRouter();
  const may = useMay();
  const pages = usePlaces();
  const { lock, signOut } = useLeaving();
  const chooseLanguage = useChooseLanguage();
  const hidden = useNamesHidden();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const go = (to: string, hash?: string) => () => void router.navigate({ to, hash, hashScrollIntoView: false });
  const own = (name: string) => ({ id: `do-${name}`, title: t(`title.${name}`), words: t(`words.${name}`) });
  const page = (to: string, title: string, aside?: string) => ({
    id: `page${to.replaceAll('/', '-')}`,
    title,
    aside,
    words: t(`pages.${to.split('/').pop() || 'today'}`, { defaultValue: '' }),
    go: go(to),
  });
  const scheme = ({ auto: 'dark', light: 'dark', dark: 'light' } as const)[colorScheme];
  return [
    ...beginnings
      .filter(({ needs }) => may(needs))
      .map(({ name, to, hash }, at) => ({ ...own(name), go: go(to, hash), isUsual: at < 5 })),
    ...pages
      .filter(({ onlyPhones }) => !onlyPhones)
      .map(({ to, name }) => ({ ...page(to, t(`common:place.${name}`)), isUsual: true })),
    ...areas
      .flatMap((area) => area.pages)
      .filter(({ to, needs }) => to !== '/settings' && (!needs || needs.some(may)))
      .map(({ to, title }) => page(to, t(`settings:${title}`), t('common:place.settings'))),
    { ...own(hidden ? 'showNames' : 'hideNames'), go: () => setNamesHidden(!hidden) },
    { ...own(scheme), go: () => setColorScheme(scheme) },
    ...languagesBeside(i18n.language).map((other) => ({
      id: `do-speak-${other}`,
      title: languages[other],
      words: t('words.language'),
      go: () => chooseLanguage.mutate(other),
    })),
    { ...own('lock'), go: () => void lock() },
    { ...own('signOut'), go: () => void signOut() },
  ];
}

/** Places where people are told to come, offices that send letters, and where people are held. */
function usePlaceEntries(): Entry[] {
  const { t } = useTranslation('palette');
  const router = useRouter();
  const { data: places = [] } = useQuery(placesQuery);
  const { data: offices = [] } = useQuery(officesQuery);
  const { data: facilities = [] } = useQuery(facilitiesQuery);
  const of = (
    kind: 'place' | 'office' | 'facility',
    entries: { id: string; name: string; addressLines?: string | null }[],
  ) =>
    entries.map(({ id, name, addressLines }) => ({
      id,
      title: name,
      aside: t(`kind.${kind}`),
      words: addressLines ?? '',
      go: () => void router.navigate({ to: '/settings/places', hash: id, hashScrollIntoView: false }),
    }));
  return [...of('place', places), ...of('office', offices), ...of('facility', facilities)];
}
