import { TextInput, type TextInputProps } from '@mantine/core';
import styles from './door.module.css';

type Props = Omit<TextInputProps, 'onChange'> & { onChange: (code: string) => void };

/** The six digits of a second factor; takes pasted codes with spaces. */
export function CodeInput({ onChange, ...rest }: Props) {
  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      autoComplete="one-time-code"
      classNames={{ input: styles.code }}
      onChange={(event) => onChange(event.currentTarget.value.replace(/\D/g, '').slice(0, 6))}
    />
  );
}
