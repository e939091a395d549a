/** Puts the cursor into the first field of a form that was just opened. */
export function focusFirst(form: HTMLFormElement | null): void {
  if (!form?.contains(document.activeElement)) form?.querySelector<HTMLElement>('input, select, textarea')?.focus();
}

/** Puts the cursor where the first message stands, once it is shown. */
export function focusFirstInvalid(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
