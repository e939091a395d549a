import { lazy, Suspense, useEffect, useState } from 'react';
import { stepUp } from '../../lib/step-up.js';
import type { Asking } from './step-up-dialog.js';

const load = () => import('./step-up-dialog.js').then(({ StepUpDialog }) => ({ default: StepUpDialog }));
const Dialog = lazy(load);

/** Stands on every page; the dialog itself is fetched when somebody is asked for the first time. */
export function StepUp() {
  const [asking, setAsking] = useState<Asking>();
  useEffect(() => {
    stepUp.ask = async (proof) => {
      // Without a line this fails like the request that waits for it.
      await load();
      return new Promise((answer) => setAsking({ proof, answer }));
    };
  }, []);
  if (!asking) return null;
  const end = (shown: boolean) => {
    asking.answer(shown);
    setAsking(undefined);
  };
  return (
    <Suspense fallback={null}>
      <Dialog asking={asking} end={end} />
    </Suspense>
  );
}
