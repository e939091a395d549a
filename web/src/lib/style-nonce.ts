import { setNonce } from 'get-nonce';

/** The word by which the content security policy of this page knows styles that are written while it runs. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// What locks the page's scrolling under a dialog asks here.
if (styleNonce) setNonce(styleNonce);
