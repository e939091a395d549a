import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roles } from '../../api/choices.js';
import { usersCreate, type NewUser } from '../../api/client.js';
import { KeptDraft, useKeeping } from '../../forms/kept-draft.js';
import { e164 } from '../../lib/typed-numbers.js';
import { messagesByField } from '../../lib/problem.js';
import { SmallForm } from '../../ui/small-form.js';

interface Props {
  added: (invitationLink: string | undefined) => void;
  cancel: () => void;
}

const kept = 'user';
const empty = { displayName: '', email: '', role: 'attorney' as NewUser['role'], phone: '' };

export function NewUserForm(props: Props) {
  return (
    <KeptDraft form={kept} empty={empty}>
      {(begun) => <BegunForm {...props} begun={begun} />}
    </KeptDraft>
  );
}

function BegunForm({ added, cancel, begun }: Props & { begun: typeof empty }) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const [wanted, setWanted] = useState(begun);
  const letGo = useKeeping(kept, wanted === empty ? undefined : wanted);
  const create = useMutation({
    mutationFn: () => {
      const { phone, ...rest } = wanted;
      return usersCreate({ ...rest, ...(phone ? { phone: e164(phone) } : {}) });
    },
    onSuccess: ({ invitationLink }) => {
      letGo();
      void client.invalidateQueries({ queryKey: ['users'] });
      added(invitationLink);
    },
  });
  const errors = messagesByField(create.error);
  const text = (name: 'displayName' | 'email' | 'phone') => ({
    label: t(`users.${name}`),
    value: wanted[name],
    error: errors[name],
    withAsterisk: false,
    autoComplete: 'off',
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) =>
      setWanted((before) => ({ ...before, [name]: value })),
  });
  return (
    <SmallForm
      saving={create}
      label={t('users.invite')}
      close={() => {
        letGo();
        cancel();
      }}
    >
      <TextInput {...text('displayName')} required autoFocus />
      <TextInput {...text('email')} type="email" required />
      <NativeSelect
        label={t('users.role')}
        description={t(`roleSays.${wanted.role}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={wanted.role}
        error={errors.role}
        onChange={({ currentTarget: { value } }) =>
          setWanted((before) => ({ ...before, role: value as NewUser['role'] }))
        }
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`common:role.${role}`)}
          </option>
        ))}
      </NativeSelect>
      <TextInput {...text('phone')} type="tel" description={t('users.phoneSays')} />
    </SmallForm>
  );
}
