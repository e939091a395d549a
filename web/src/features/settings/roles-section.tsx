import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rolesList } from '../../api/client.js';
import { useMe, type Permission } from '../../lib/session.js';
import { Section } from '../../ui/page.js';
import styles from './roles-section.module.css';

const rolesQuery = { queryKey: ['roles'], queryFn: () => rolesList(), staleTime: Infinity };

/** Permissions by what they are about, in the order in which the office meets them. */
const groups: Record<string, RegExp> = {
  cases: /^(case|summary|packet)\./,
  days: /^(appointment|venue|reminder|plan|reference)\./,
  figures: /^(patterns|release)\./,
  oversight: /^(break_glass|access|access_review|audit)\./,
  keeping: /^(retention|purge|hold|legal_demand)\./,
  office: /^(directory|users|organization|tokens)\./,
};

/** What each role may see and do, from the very table by which the server decides. */
export function RolesSection() {
  const { t } = useTranslation('roles');
  const { role: mine } = useMe();
  const { data } = useSuspenseQuery(rolesQuery);
  const all = [...new Set(data.items.flatMap(({ permissions }) => permissions))];
  const has = (permissions: Permission[], one: Permission) => permissions.includes(one);
  return (
    <>
      <Section title={t('title')}>
        <p className="muted">{t('says')}</p>
        <dl className={styles.roles}>
          {data.items.map(({ role }) => (
            <div key={role}>
              <dt>
                {t(`common:role.${role}`)} {role === mine && <span className="muted">{t('yours')}</span>}
              </dt>
              <dd>{t(`about.${role}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {Object.entries(groups).map(([name, about]) => (
        <Section key={name} title={t(`group.${name}`)}>
          <ul className={`bare ${styles.permissions}`}>
            {all
              .filter((one) => about.test(one))
              .map((one) => (
                <li key={one}>
                  <span>{t(`permission.${one}`)}</span>
                  <span className="muted">
                    {data.items
                      .filter(({ permissions }) => has(permissions, one))
                      .map(({ role }) => t(`common:role.${role}`))
                      .join(', ')}
                  </span>
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
