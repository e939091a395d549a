import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { noticesRead, type NoticeAnswer } from '../../api/client.js';

/** What the system asks of me: fingerprints to watch, people to call, what could not be delivered. */
export const Notices = ({ notices }: { notices: readonly NoticeAnswer[] }) =>
  notices.map((notice) => <NoticeLine key={notice.id} notice={notice} />);

/** What followed the code begins as a sentence where the code stands before it as a link. */
const asSentence = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

function NoticeLine({ notice }: { notice: NoticeAnswer }) {
  const { t } = useTranslation('today');
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: () => noticesRead(notice.id),
    onSettled: () => client.invalidateQueries({ queryKey: ['notices'] }),
  });
  const { clientId, clientCode, text } = notice;
  return (
    <li>
      {clientId && (
        <Link to="/cases/$clientId" params={{ clientId }} className="code">
          {clientCode}
        </Link>
      )}
      <span>{asSentence(clientCode ? text.replace(`${clientCode}: `, '') : text)}</span>
      <Button size="xs" variant="default" loading={read.isPending} onClick={() => read.mutate()}>
        {t('done')}
      </Button>
    </li>
  );
}
