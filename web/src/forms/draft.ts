import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { messagesByField } from '../lib/problem.js';

export type Values = Record<string, unknown>;

/** What is being written on a form, by the same paths as the request has: `letter.receivedOn`. */
export interface Draft {
  values: Values;
  errors: Record<string, string>;
  showPurposes: boolean;
  get: (path: string) => unknown;
  set: (path: string, value: unknown) => void;
  /** A problem on the page itself: what was typed is not what the field takes. */
  fail: (path: string, message: string | undefined) => void;
  /** What stands in a field and cannot be taken as it is; nothing once it can. It is shown when somebody saves. */
  misread: (path: string, message: string | undefined) => void;
  /** Shows beside their fields what cannot be taken as it stands. @returns whether there is any, so that nothing is saved without it */
  hasMisread: () => boolean;
  /** Shows the server's messages beside their fields. */
  refuse: (error: unknown) => void;
  /** Shows messages beside their fields, and no others. */
  mark: (messages: Record<string, string>) => void;
  replace: (values: Values) => void;
  togglePurposes: () => void;
}

const at = (values: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Values | undefined | null)?.[key], values);

function withValue(values: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(values))
    return values.map((one, index) => (String(index) === key ? withValue(one, rest, value) : (one as unknown)));
  const before = (values ?? {}) as Values;
  return { ...before, [key]: withValue(before[key], rest, value) };
}

/** Where what is half written of a value stands among the others, so that it is kept with them. It is never sent. */
export const halfPath = (path: string): string => `half.${path}`;

export const withoutHalves = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'half'));

export function useDraft(initial: Values): Draft {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [showPurposes, setShowPurposes] = useState(false);
  const fail = useCallback((path: string, message: string | undefined) => {
    setErrors((before) => {
      const others = Object.fromEntries(Object.entries(before).filter(([other]) => other !== path));
      return message ? { ...others, [path]: message } : others;
    });
  }, []);
  const set = useCallback(
    (path: string, value: unknown) => {
      setValues((before) => withValue(before, path.split('.'), value) as Values);
      fail(path, undefined);
    },
    [fail],
  );
  const misreadAt = useRef(new Map<string, string>());
  const misread = useCallback((path: string, message: string | undefined) => {
    if (message) misreadAt.current.set(path, message);
    else misreadAt.current.delete(path);
  }, []);
  const hasMisread = useCallback(() => {
    for (const [path, message] of misreadAt.current) fail(path, message);
    return misreadAt.current.size > 0;
  }, [fail]);
  const refuse = useCallback((error: unknown) => setErrors(messagesByField(error)), []);
  return useMemo(
    () => ({
      values,
      errors,
      showPurposes,
      get: (path) => at(values, path),
      set,
      fail,
      misread,
      hasMisread,
      refuse,
      mark: setErrors,
      replace: setValues,
      togglePurposes: () => setShowPurposes((shown) => !shown),
    }),
    [values, errors, showPurposes, set, fail, misread, hasMisread, refuse],
  );
}

export const DraftContext = createContext<Draft | undefined>(undefined);

export function useDraftAround(): Draft {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error('A field stands outside of a form.');
  return draft;
}

/** Nothing that is empty: `''`, undefined, empty lists and objects of them are left out. */
export function written(values: unknown): unknown {
  if (Array.isArray(values)) return values.length > 0 ? values.map((one) => written(one) ?? {}) : undefined;
  if (values && typeof values === 'object') {
    const kept = Object.entries(values as Values)
      .map(([key, value]) => [key, written(value)] as const)
      .filter(([, value]) => value !== undefined);
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }
  return values === '' || values === null ? undefined : values;
}

/** What changed, for PATCH: emptied fields become null. */
export function changesOf(before: Values, now: Values): Values {
  const changed = Object.entries(now).filter(
    ([key, value]) => JSON.stringify(value ?? null) !== JSON.stringify(before[key] ?? null),
  );
  return Object.fromEntries(changed.map(([key, value]) => [key, value === '' || value === undefined ? null : value]));
}
