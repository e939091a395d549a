import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Door } from '../features/auth/door.js';
import { isAway, problemOf } from '../lib/problem.js';
import { Page } from '../ui/page.js';
import { Waiting } from '../ui/waiting.js';

const WithoutALine = lazy(() =>
  import('./without-a-line.js').then(
    (found) => ({ default: found.WithoutALine }),
    // Where it was not kept and cannot be fetched either.
    () => ({ default: ({ otherwise }: { otherwise: ReactNode }) => otherwise }),
  ),
);

/** Stands in for a page that could not be shown; the frame around it stays. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  const problem = problemOf(error);
  if (problem.status === 404)
    return (
      <Page title={t('notFound.title')}>
        <NothingHere />
      </Page>
    );
  const retry = () => {
    reset();
    void router.invalidate();
  };
  const broken = (
    <Page title={t('problem.title')}>
      <p>{problem.detail || t(problem.code === 'network.unreachable' ? 'problem.unreachable' : 'problem.page')}</p>
      <div>
        <Button onClick={retry}>{t('again')}</Button>
      </div>
    </Page>
  );
  if (!isAway(problem)) return broken;
  return (
    <Suspense fallback={<Waiting />}>
      <WithoutALine detail={problem.detail} goOn={retry} otherwise={broken} />
    </Suspense>
  );
}

/** Stands alone, for an address that no page has: whoever comes to it need not be signed in. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Door title={t('notFound.title')}>
      <NothingHere />
    </Door>
  );
}

function NothingHere() {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('notFound.says')}</p>
      <Link to="/">{t('notFound.home')}</Link>
    </>
  );
}
