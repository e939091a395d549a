export interface TypingCaught {
  /** What was typed since; from now on keys go their own way, and a second end gives nothing. */
  end: () => string;
}

/**
 * Keeps what is typed from now on, for a field that is still on its way: a quick hand must not write its first letters into the
 * record of somebody that lies beneath. Escape gives up.
 */
export function catchTyping(giveUp: () => void): TypingCaught {
  let typed = '';
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || /^F\d/.test(event.key)) return;
    if (event.key === 'Escape') giveUp();
    else if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key.length === 1) typed += event.key;
    // Enter is for what the field finds, not for the form beneath; Tab and the arrows choose there what nobody sees.
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', key, { capture: true });
  return {
    end: () => {
      window.removeEventListener('keydown', key, { capture: true });
      const all = typed;
      typed = '';
      return all;
    },
  };
}
