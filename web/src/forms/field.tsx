import { Checkbox, Input, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { memo, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lean } from '../lib/typed-dates.js';
import { CasePicker } from './case-picker.js';
import { catalogued, wordsOf, type Catalogued } from './catalogued.js';
import { DayInput } from './day-input.js';
import { type Draft, halfPath, useDraftAround } from './draft.js';
import styles from './fields.module.css';
import { type HalfInstant, InstantInput } from './instant-input.js';
import { PartsField } from './parts-field.js';
import { Purpose } from './purpose.js';
import { CountySelect, FacilitySelect, LanguageSelect, OfficeSelect, PlaceSelect, UserSelect } from './selects.js';
import { digitsOfANumber, e164 } from '../lib/typed-numbers.js';

interface Props {
  /** Class of the API that the field belongs to, such as CreateLetter. */
  noun: string;
  name: string;
  /** Where it stands in the draft, if not under its name: `letter.receivedOn`. */
  path?: string;
  lean?: Lean;
  /** What applies while the field is empty, shown in its place. */
  unset?: string;
  /** On a page where the whole group may be left out. */
  optional?: boolean;
}

/** One field of the API: its control, its label, its message, and on demand what it is for. */
export function Field(props: Props) {
  const { get, errors, showPurposes, set, fail, misread } = useDraftAround();
  const path = props.path ?? props.name;
  const draft = { value: get(path), half: get(halfPath(path)), error: errors[path], showPurposes, set, fail, misread };
  return <Control {...props} {...draft} path={path} />;
}

interface ControlProps extends Props, Pick<Draft, 'set' | 'fail' | 'misread' | 'showPurposes'> {
  path: string;
  value: unknown;
  half: unknown;
  error: string | undefined;
}

/** Drawn anew only when it is itself that changes: a letter typed into one field leaves forty others as they are. */
const Control = memo(function Control({
  noun,
  name,
  path,
  lean = 'past',
  unset,
  optional = false,
  ...draft
}: ControlProps) {
  const { t } = useTranslation([wordsOf(noun), 'common']);
  const { value } = draft;
  const field = catalogued(noun, name);
  const common = {
    label: t(`fields.${name}`),
    error: draft.error,
    description: draft.showPurposes ? <Purpose noun={noun} name={name} /> : undefined,
    required: !optional && (field.required ?? false),
    withAsterisk: !optional && (field.required ?? false),
  };
  const set = (next: unknown) => draft.set(path, next);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const onFail = (message: string | undefined) => draft.fail(path, message);
  const { misread } = draft;
  const onMisread = (message: string | undefined) => misread(path, message);
  /** For what is typed and has to be read. */
  const typed = { onChange: set, onFail, onMisread };
  // A field that is gone holds nothing back.
  useEffect(() => () => misread(path, undefined), [misread, path]);

  if (/^clientIds?$/.test(name)) {
    const isOne = name === 'clientId';
    const chosen = isOne ? (text ? [text] : []) : ((value ?? []) as string[]);
    return <CasePicker {...common} value={chosen} single={isOne} onChange={(ids) => set(isOne ? ids[0] : ids)} />;
  }
  if (name === 'county') return <CountySelect {...common} value={text} onChange={set} />;
  if (/language$/i.test(name)) return <LanguageSelect {...common} value={text} onChange={set} />;
  if (/placeId$/i.test(name)) {
    return (
      <div className={styles.two}>
        <PlaceSelect {...common} {...typed} value={text} />
      </div>
    );
  }
  if (name === 'facilityId') return <FacilitySelect {...common} {...typed} value={text} />;
  if (name === 'issuingOfficeId') return <OfficeSelect {...common} {...typed} value={text} />;
  if (/(attorney|user|advisedBy|takenBy)(Id)?$/i.test(name))
    return <UserSelect {...common} value={text} onChange={set} />;

  switch (field.kind) {
    case 'date':
      return <DayInput {...common} {...typed} value={text} lean={lean} />;
    case 'instant':
      return (
        <InstantInput
          {...common}
          {...typed}
          value={text}
          half={draft.half as HalfInstant | undefined}
          onHalf={(half) => draft.set(halfPath(path), half)}
          lean={lean}
        />
      );
    case 'choice':
      return (
        <NativeSelect {...common} value={text} onChange={(event) => set(event.currentTarget.value)}>
          <option value="">{unset ?? t('common:unset')}</option>
          {field.values?.map((choice) => (
            <option key={choice} value={choice}>
              {t([`values.${name}.${choice}`, `values.any.${choice}`])}
            </option>
          ))}
        </NativeSelect>
      );
    case 'choices':
      return (
        <Choices name={name} noun={noun} field={field} {...common} value={(value ?? []) as string[]} onChange={set} />
      );
    case 'flag':
      return (
        <NativeSelect
          {...common}
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          onChange={({ currentTarget }) => set(currentTarget.value === '' ? null : currentTarget.value === 'yes')}
        >
          <option value="">{t('common:unset')}</option>
          <option value="yes">{t('common:yes')}</option>
          <option value="no">{t('common:no')}</option>
        </NativeSelect>
      );
    case 'count':
      return (
        <TextInput
          {...common}
          inputMode="numeric"
          value={text}
          onChange={({ currentTarget: { value: typed } }) => {
            set(typed === '' ? null : /^\d{1,9}$/.test(typed) ? Number(typed) : typed);
            if (typed !== '' && !/^\d{1,9}$/.test(typed)) onFail(t('common:field.number'));
          }}
        />
      );
    case 'parts':
      return <PartsField {...common} noun={field.parts!} path={path} />;
    case 'text':
    case 'reference':
    case 'references':
      return <TextField {...common} name={name} long={(field.max ?? 0) > 300} value={text} onChange={set} />;
  }
});

interface TextProps {
  name: string;
  label: string;
  long: boolean;
  value: string;
  onChange: (value: string) => void;
}

function TextField({ name, long, value, onChange, ...common }: TextProps) {
  const { t } = useTranslation();
  const write = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value);
  if (long) {
    return (
      <div className={styles.whole}>
        <Textarea {...common} value={value} onChange={write} />
      </div>
    );
  }
  if (/phone$|Number$/i.test(name) && name !== 'aNumber') {
    return (
      <TextInput
        {...common}
        type="tel"
        placeholder={t('field.phoneHint')}
        autoComplete="off"
        value={value}
        onChange={write}
        onBlur={() => onChange(e164(value))}
      />
    );
  }
  if (name === 'aNumber') {
    return (
      <TextInput
        {...common}
        placeholder={t('field.aNumberHint')}
        autoComplete="off"
        value={value}
        onChange={write}
        onBlur={() => onChange(digitsOfANumber(value))}
      />
    );
  }
  return (
    <TextInput
      {...common}
      type={name === 'email' ? 'email' : 'text'}
      autoComplete="off"
      value={value}
      onChange={write}
    />
  );
}

interface ChoicesProps {
  noun: string;
  name: string;
  field: Catalogued;
  label: string;
  error?: string;
  description?: ReactNode;
  value: string[];
  onChange: (value: string[]) => void;
}

function Choices({ noun, name, field, label, error, description, value, onChange }: ChoicesProps) {
  const { t } = useTranslation([wordsOf(noun), 'common']);
  return (
    <div className={styles.whole}>
      <Input.Wrapper label={label} error={error} description={description} labelElement="div">
        <div className={styles.choices} role="group" aria-label={label}>
          {field.values?.map((choice) => (
            <Checkbox
              key={choice}
              label={t([`values.${name}.${choice}`, `values.any.${choice}`])}
              checked={value.includes(choice)}
              onChange={({ currentTarget }) =>
                onChange(currentTarget.checked ? [...value, choice] : value.filter((other) => other !== choice))
              }
            />
          ))}
        </div>
      </Input.Wrapper>
    </div>
  );
}
