import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { breakGlassEnd, type BrokenGlass, type CaseFileAnswer } from '../../api/client.js';
import { instantInWords } from '../../lib/days.js';
import { useMay, useMe, useZone } from '../../lib/session.js';
import { Notice } from '../../ui/notice.js';
import { ProblemNotice } from '../../ui/problem-notice.js';

/** On a restricted case: to whom it is open for some hours, oneself first. */
export function OpenedNotice({ file }: { file: CaseFileAnswer }) {
  const me = useMe();
  const openings = file.brokenGlass ?? [];
  const isMine = ({ userId }: BrokenGlass) => userId === me.user.id;
  return [...openings.filter(isMine), ...openings.filter((one) => !isMine(one))].map((opening) => (
    <Opening key={opening.id} opening={opening} mine={isMine(opening)} clientId={file.id} />
  ));
}

interface Props {
  opening: BrokenGlass;
  mine: boolean;
  clientId: string;
}

function Opening({ opening, mine, clientId }: Props) {
  const { t, i18n } = useTranslation('emergency');
  const zone = useZone();
  const may = useMay();
  const navigate = useNavigate();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => breakGlassEnd(opening.id),
    onSuccess: async () => {
      // One's own way in is gone: leave before what was on the screen is asked for again.
      if (mine) {
        await navigate({ to: '/cases', replace: true });
        client.removeQueries({ queryKey: ['clients', clientId] });
      }
      void client.invalidateQueries({ queryKey: ['clients'] });
      void client.invalidateQueries({ queryKey: ['openings'] });
    },
  });
  const until = instantInWords(opening.expiresAt, zone, i18n.language);
  return (
    <Notice tone="owed" title={mine ? t('openToYou', { until }) : t('openTo', { name: opening.userName, until })}>
      {mine && <p>{t('seen')}</p>}
      {(mine || may('break_glass.review')) && (
        <Button variant="default" size="xs" loading={end.isPending} onClick={() => end.mutate()}>
          {t('end')}
        </Button>
      )}
      <ProblemNotice error={end.error} />
    </Notice>
  );
}
