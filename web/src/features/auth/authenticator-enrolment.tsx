import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { authConfirm, authEnrol } from '../../api/client.js';
import { Form } from '../../forms/form.js';
import { messagesByField } from '../../lib/problem.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { CodeInput } from './code-input.js';
import styles from './door.module.css';

/** Shows a secret for an authenticator app, and takes the first code that it makes. */
export function AuthenticatorEnrolment({ enrolled }: { enrolled: (recoveryCodes: string[]) => void }) {
  const { t } = useTranslation('auth');
  const [code, setCode] = useState('');
  const enrol = useMutation({ mutationFn: () => authEnrol() });
  const confirm = useMutation({
    mutationFn: () => authConfirm({ code }),
    onSuccess: ({ recoveryCodes }) => enrolled(recoveryCodes),
  });
  const { mutate: begin } = enrol;
  useEffect(() => begin(), [begin]);
  const enrolment = enrol.data;
  return (
    <>
      <ProblemNotice error={enrol.error} retry={() => begin()} />
      {enrol.isPending && <Waiting />}
      {enrolment && (
        <Form className={styles.form} submit={() => confirm.mutate()} error={confirm.error}>
          <QrCode text={enrolment.uri} label={t('factor.qr')} />
          <div>
            <p className="muted">{t('factor.typed')}</p>
            <p className={styles.secret}>{enrolment.secret.match(/.{1,4}/g)?.join(' ')}</p>
          </div>
          <CodeInput
            label={t('code')}
            description={t('codeWhere')}
            required
            withAsterisk={false}
            value={code}
            onChange={setCode}
            error={messagesByField(confirm.error).code}
          />
          <ProblemNotice error={confirm.error} />
          <Button type="submit" size="md" loading={confirm.isPending}>
            {t('factor.confirm')}
          </Button>
        </Form>
      )}
    </>
  );
}

function QrCode({ text, label }: { text: string; label: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let shown = true;
    void import('qrcode')
      .then(({ toDataURL }) => toDataURL(text, { margin: 0, width: 384 }))
      .then((made) => {
        if (shown) setAddress(made);
      });
    return () => {
      shown = false;
    };
  }, [text]);
  return address ? <img className={styles.qr} src={address} alt={label} /> : <div className={styles.qr} />;
}
