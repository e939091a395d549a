import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Finder, type FinderProps } from './finder.js';

/** Finds people, places and whatever one may do. What is typed here never reaches an address or the browser's storage. */
export function Palette({ close, typedSoFar }: FinderProps) {
  const { t } = useTranslation(['palette', 'common']);
  return (
    <Modal opened onClose={close} title={t('heading')} size="lg" closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Finder close={close} typedSoFar={typedSoFar} />
    </Modal>
  );
}
