import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { List } from './list.js';
import styles from './list.module.css';
import { Empty } from './page.js';
import { ProblemNotice } from './problem-notice.js';
import { Waiting } from './waiting.js';

interface Props<T> {
  query: UseInfiniteQueryResult<InfiniteData<{ items: T[] }>>;
  /** What will appear here, while there is nothing. */
  none: string;
  /** One entry, with its key. */
  line: (item: T) => ReactNode;
}

/** A list that is fetched page by page, with all that it may be meanwhile: waited for, refused, empty, longer. */
export function LongList<T>({ query, none, line }: Props<T>) {
  const { t } = useTranslation();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <ProblemNotice error={query.error} retry={() => void query.refetch()} />
      {query.isPending && <Waiting />}
      {query.isSuccess && items.length === 0 && <Empty>{none}</Empty>}
      <List>{items.map(line)}</List>
      {query.hasNextPage && (
        <Button
          className={styles.more}
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </>
  );
}
