/** Six groups of four, and what stands between them; some room for what is copied along. */
export const recoveryCodeLength = 36;

/** What was typed or pasted as a recovery code, without what no code has; how it is grouped is left to the server. */
export const typedRecoveryCode = (text: string) =>
  text
    .replace(/[^\da-z]+/gi, '-')
    .replace(/^-/, '')
    .slice(0, recoveryCodeLength);

/** The codes as a page of text: the words above them, then one a line. It says neither whose they are nor where they open. */
export const asText = (title: string, says: string, codes: string[]) => [title, '', says, '', ...codes, ''].join('\n');
