import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passkeysAsk, passkeysEnrol } from '../../api/client.js';
import { Form } from '../../forms/form.js';
import { makePasskey } from '../../lib/passkeys.js';
import { messagesByField } from '../../lib/problem.js';
import styles from './door.module.css';
import { PasskeyButton } from './passkey-button.js';

interface Props {
  /** Recovery codes come with the first second factor. */
  enrolled: (recoveryCodes: string[] | null) => void;
}

/** Names a device and makes a passkey on it. */
export function PasskeyEnrolment({ enrolled }: Props) {
  const { t } = useTranslation('auth');
  const [label, setLabel] = useState(t('passkey.thisDevice'));
  const enrol = useMutation({
    mutationFn: async () => {
      const credential = await makePasskey(await passkeysAsk());
      return passkeysEnrol({ label: label.trim() || t('passkey.thisDevice'), credential });
    },
    onSuccess: ({ recoveryCodes }) => enrolled(recoveryCodes),
  });
  return (
    <Form className={styles.form} submit={() => enrol.mutate()} error={enrol.error}>
      <TextInput
        label={t('passkey.label')}
        description={t('passkey.labelSays')}
        maxLength={60}
        value={label}
        error={messagesByField(enrol.error).label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <PasskeyButton
        label={t('passkey.make')}
        variant="filled"
        isBusy={enrol.isPending}
        error={enrol.error}
        act={() => enrol.mutate()}
      />
    </Form>
  );
}
