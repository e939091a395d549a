import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { purposesIn } from '../i18n/index.js';
import { catalogued } from './catalogued.js';

interface Props {
  noun: string;
  name: string;
}

/** What a field is for, in the language of the page; its words are fetched once somebody asks. */
export function Purpose({ noun, name }: Props) {
  const { language } = useTranslation().i18n;
  const { data: words, isPending } = useQuery({
    queryKey: ['purposes', language],
    queryFn: () => purposesIn(language),
    staleTime: Infinity,
    retry: false,
  });
  if (isPending) return null;
  const { purpose } = catalogued(noun, name);
  return words?.[purpose] ?? <span lang="en">{purpose}</span>;
}
