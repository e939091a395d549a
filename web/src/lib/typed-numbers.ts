/** A phone number as it is typed, in E.164; a number without a country is one of the United States. */
export function e164(typed: string): string {
  const digits = typed.replace(/[^\d+]/g, '');
  if (digits.startsWith('+')) return digits;
  if (/^1?\d{10}$/.test(digits)) return `+1${digits.slice(-10)}`;
  return typed;
}

/** `A 012-345-678` as its digits. */
export const digitsOfANumber = (typed: string) => {
  const digits = typed.replace(/[\s-]/g, '').replace(/^a/i, '');
  return /^\d+$/.test(digits) ? digits : typed;
};

/** `+17185550123` for reading: 718 555 0123; others as they are. */
export const phoneInWords = (phone: string) => phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
