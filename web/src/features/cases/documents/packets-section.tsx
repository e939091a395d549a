import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { packetsChange, type CaseFileAnswer, type DocumentAnswer, type PacketAnswer } from '../../../api/client.js';
import { dayAt, dayInWords } from '../../../lib/days.js';
import { useMay, useZone } from '../../../lib/session.js';
import { ifMatch } from '../../../lib/version.js';
import { Section } from '../../../ui/page.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import styles from './documents.module.css';
import { packetsQuery } from './queries.js';
import { useDocumentFile } from './use-document-file.js';

type State = NonNullable<PacketAnswer['state']>;

/** Packets kept as they were printed, and where each paper is. Not shown before there is one. */
export function PacketsSection({ file, documents }: { file: CaseFileAnswer; documents: DocumentAnswer[] }) {
  const { t } = useTranslation('document');
  const { data: packets = [] } = useQuery(packetsQuery(file.id));
  if (packets.length === 0) return null;
  return (
    <Section title={t('packets')}>
      <ul className="bare">
        {packets.map((packet) => (
          <PacketLine
            key={packet.id}
            packet={packet}
            file={file}
            pages={documents.find(({ id }) => id === packet.documentId)}
          />
        ))}
      </ul>
    </Section>
  );
}

interface Props {
  packet: PacketAnswer;
  file: CaseFileAnswer;
  pages: DocumentAnswer | undefined;
}

function PacketLine({ packet, file, pages }: Props) {
  const { t, i18n } = useTranslation(['document', 'cases']);
  const may = useMay();
  const zone = useZone();
  const client = useQueryClient();
  const content = useDocumentFile(file.code);
  const move = useMutation({
    mutationFn: (state: State) => packetsChange(packet.id, ifMatch(packet), { state }),
    onSettled: () => client.invalidateQueries({ queryKey: ['clients', file.id] }),
  });
  const state = packet.state ?? 'draft';
  const who = t(`cases:paper.${packet.audience}`);
  return (
    <li className={styles.line}>
      <div>
        <strong>{who}</strong>
        <div className="muted">
          {t('addedOn', { day: dayInWords(dayAt(packet.createdAt, zone), i18n.language) })} ·{' '}
          {t('mayBeCarriedUntil', { day: dayInWords(dayAt(packet.expiresAt, zone), i18n.language) })}
        </div>
      </div>
      <span className={styles.actions}>
        {pages && state !== 'destroyed' && (
          <Button
            size="compact-sm"
            variant="default"
            loading={content.isPending}
            aria-label={`${t('open')}: ${who}`}
            onClick={() => content.mutate(pages)}
          >
            {t('open')}
          </Button>
        )}
        {file.status === 'open' && may('case.write') && packet.next.length > 0 ? (
          <NativeSelect
            size="sm"
            aria-label={`${t('where')}: ${who}`}
            value={state}
            disabled={move.isPending}
            onChange={({ currentTarget }) => move.mutate(currentTarget.value as State)}
          >
            {[state, ...packet.next].map((one) => (
              <option key={one} value={one}>
                {t(`state.${one}`)}
              </option>
            ))}
          </NativeSelect>
        ) : (
          <span>{t(`state.${state}`)}</span>
        )}
      </span>
      <ProblemNotice error={content.error ?? move.error} />
    </li>
  );
}
