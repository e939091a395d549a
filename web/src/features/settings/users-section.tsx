import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBegun } from '../../lib/arrival.js';
import { useMay } from '../../lib/session.js';
import { List } from '../../ui/list.js';
import { Section } from '../../ui/page.js';
import { LinkToHandOver } from './link-to-hand-over.js';
import { NewUserForm } from './new-user-form.js';
import { usersQuery } from './queries.js';
import { UserLine } from './user-line.js';

export function UsersSection() {
  const { t } = useTranslation('settings');
  const manages = useMay()('users.manage');
  const { data: users } = useSuspenseQuery(usersQuery);
  const [adding, setAdding] = useBegun('add');
  const [link, setLink] = useState<string>();
  return (
    <Section
      title={t('users.title')}
      actions={
        manages &&
        !adding && (
          <Button size="sm" variant="default" onClick={() => setAdding(true)}>
            {t('users.add')}
          </Button>
        )
      }
    >
      {link && <LinkToHandOver link={link} close={() => setLink(undefined)} />}
      {adding && (
        <NewUserForm
          added={(invitation) => {
            setAdding(false);
            setLink(invitation);
          }}
          cancel={() => setAdding(false)}
        />
      )}
      <List>
        {users.map((user) => (
          <UserLine key={user.id} user={user} manages={manages} showLink={setLink} />
        ))}
      </List>
    </Section>
  );
}
