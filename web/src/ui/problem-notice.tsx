import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemOf, waitOf } from '../lib/problem.js';
import { Notice } from './notice.js';

interface Props {
  error: unknown;
  retry?: () => void;
}

/** What went wrong, where, and what to do: the server's sentence, or ours when no answer came. */
export function ProblemNotice({ error, retry }: Props) {
  const { t } = useTranslation();
  if (!error) return null;
  const problem = problemOf(error);
  const wait = problem.status === 429 && problem.retryAfter ? waitOf(problem.retryAfter) : undefined;
  return (
    <Notice tone="problem">
      <p>
        {problem.errors
          ? t('problem.fields', { count: problem.errors.length })
          : problem.detail || t(problem.status === 0 ? 'problem.unreachable' : 'problem.unknown')}
      </p>
      {wait && <p>{t(`problem.wait.${wait.unit}`, { count: wait.count })}</p>}
      {problem.errors?.map(({ field, message }) => (
        <p key={field} className="muted">
          {message}
        </p>
      ))}
      {problem.status >= 500 && problem.requestId && (
        <p className="muted">{t('problem.requestId', { id: problem.requestId })}</p>
      )}
      {retry && (
        <Button variant="default" size="xs" onClick={retry}>
          {t('again')}
        </Button>
      )}
    </Notice>
  );
}
