import { Button, Input } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldNames } from './catalogued.js';
import { useDraftAround, type Values } from './draft.js';
import { Field } from './field.js';
import styles from './fields.module.css';

interface Props {
  noun: string;
  path: string;
  label: string;
  error?: string;
  description?: ReactNode;
}

/** A short list of small structures: emergency contacts, consents. */
export function PartsField({ noun, path, label, error, description }: Props) {
  const { t } = useTranslation();
  const draft = useDraftAround();
  const parts = (draft.get(path) ?? []) as Values[];
  return (
    <div className={styles.whole}>
      <Input.Wrapper label={label} error={error} description={description} labelElement="div">
        <div className={styles.parts} role="group" aria-label={label}>
          {parts.map((_, index) => (
            <div key={index} className={styles.part}>
              <div className={styles.grid}>
                {fieldNames(noun).map((name) => (
                  <Field key={name} noun={noun} name={name} path={`${path}.${index}.${name}`} />
                ))}
              </div>
              <div>
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  onClick={() =>
                    draft.set(
                      path,
                      parts.filter((_one, at) => at !== index),
                    )
                  }
                >
                  {t('field.removeOne')}
                </Button>
              </div>
            </div>
          ))}
          <div>
            <Button variant="default" size="xs" onClick={() => draft.set(path, [...parts, {}])}>
              {t('field.addOne')}
            </Button>
          </div>
        </div>
      </Input.Wrapper>
    </div>
  );
}
