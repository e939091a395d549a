/** A picture's structure is not what its kind prescribes. */
export class Unreadable extends Error {}

/** Far more than pictures have; files made of nothing but headers would take memory and time. */
const mostParts = 20_000;

/** @throws Unreadable when a picture has too many parts */
export function fewEnough(parts: unknown[]): void {
  if (parts.length > mostParts) throw new Unreadable();
}
