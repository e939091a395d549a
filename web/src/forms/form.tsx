import { useEffect, useRef, type ReactNode, type Ref, useImperativeHandle } from 'react';
import { focusFirstInvalid } from './focus.js';

interface Props {
  submit: () => void;
  /** Why it was refused last; the cursor goes to the first field that says what is wrong with it. */
  error?: unknown;
  className?: string;
  'data-boxed'?: true;
  'data-wide'?: true;
  ref?: Ref<HTMLFormElement>;
  children: ReactNode;
}

/** A form whose fields say themselves what they lack, in the language of the page: the browser's own bubbles stay away. */
export function Form({ submit, error, ref, children, ...rest }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useImperativeHandle(ref, () => form.current!);
  useEffect(() => {
    if (error) focusFirstInvalid(form.current);
  }, [error]);
  return (
    <form
      {...rest}
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A question that stands over another form is not that form.
        event.stopPropagation();
        submit();
      }}
    >
      {children}
    </form>
  );
}
