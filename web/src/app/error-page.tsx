import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../lib/problem.js';
import { Page } from '../ui/page.js';

/** Stands in for a page that could not be shown; the frame around it stays. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  const problem = problemOf(error);
  if (problem.status === 404) return <NotFoundPage />;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page title={t('problem.title')}>
      <p>{problem.detail || t(problem.code === 'network.unreachable' ? 'problem.unreachable' : 'problem.page')}</p>
      <div>
        <Button onClick={retry}>{t('again')}</Button>
      </div>
    </Page>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <p>{t('notFound.says')}</p>
      <Link to="/">{t('notFound.home')}</Link>
    </Page>
  );
}
