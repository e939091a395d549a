import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one accent. Red is kept for danger to a person, amber for something owed. */
const sea: MantineColorsTuple = [
  '#e8f1f5',
  '#d3e4ec',
  '#a9cad9',
  '#7dafc6',
  '#5798b4',
  '#3a83a3',
  '#276f8f',
  '#1d5a73',
  '#174a5f',
  '#11394a',
];

const system = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

export const theme = createTheme({
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 6 },
  colors: { sea },
  fontFamily: system,
  headings: { fontFamily: system, fontWeight: '600' },
  fontSizes: { xs: '0.86rem', sm: '0.94rem', md: '1rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md', comboboxProps: { withinPortal: false, transitionProps: { duration: 0 } } } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 2 } },
    NumberInput: { defaultProps: { size: 'md' } },
    Input: {
      vars: (_theme: unknown, { error }: { error?: unknown }) => ({
        wrapper: { '--input-bg': 'var(--surface)', ...(error ? {} : { '--input-bd': 'var(--line-strong)' }) },
      }),
    },
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      styles: { label: { fontWeight: 500, marginBottom: 2 } },
    },
    Button: { styles: { label: { fontWeight: 500 } } },
    Modal: {
      defaultProps: {
        centered: false,
        radius: 'md',
        transitionProps: { duration: 0 },
        // Its header element is not the banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});

/** Mantine's own colours follow ours (styles.css), in light and in dark. */
const ours = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-sea-light-color': 'var(--accent)',
  '--mantine-color-sea-light-hover': 'var(--accent-soft)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours });
