import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/session.js';
import { openingsQuery } from '../emergency/queries.js';
import { accessReviewsQuery } from '../oversight/queries.js';
import styles from './owed.module.css';

/** What waits for a supervisor to look into: emergencies, and looks into case files that were drawn by lot. */
export function OversightOwed() {
  const { t } = useTranslation('today');
  const may = useMay();
  const openings = useInfiniteQuery({ ...openingsQuery(false), enabled: may('break_glass.review') });
  const reviews = useInfiniteQuery({ ...accessReviewsQuery(false), enabled: may('access_review.judge') });
  const emergencies = openings.data?.pages[0]?.items.length ?? 0;
  const looks = reviews.data?.pages[0]?.items.length ?? 0;
  return (
    <>
      {emergencies > 0 && (
        <li>
          <span className={styles.what}>{t('emergenciesOwed', { count: emergencies })}</span>
          <Button size="xs" variant="default" component={Link} to="/settings/emergencies">
            {t('look')}
          </Button>
        </li>
      )}
      {looks > 0 && (
        <li>
          <span className={styles.what}>{t('reviewsOwed', { count: looks })}</span>
          <Button size="xs" variant="default" component={Link} to="/settings/access-reviews">
            {t('look')}
          </Button>
        </li>
      )}
    </>
  );
}
