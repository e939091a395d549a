/** Puts the cursor into the first field of a form that was just opened. */
export function focusFirst(form: HTMLFormElement | null): void {
  if (!form?.contains(document.activeElement)) form?.querySelector<HTMLElement>('input, select, textarea')?.focus();
}

/** Puts the cursor where the first message stands, once it is shown, which takes a slow telephone some frames. */
export function focusFirstInvalid(form: HTMLFormElement | null, frames = 30): void {
  requestAnimationFrame(() => {
    const invalid = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (invalid) invalid.focus();
    else if (frames > 0) focusFirstInvalid(form, frames - 1);
  });
}
