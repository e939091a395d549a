import { defaults } from '../api/client.js';

export type ProofKind = 'code' | 'passkey' | 'password';

/** Asks whoever is signed in to prove it once more; set by the dialog. Answers whether they did. */
export const stepUp: { ask: (proof: ProofKind) => Promise<boolean> } = { ask: () => Promise.resolve(false) };

let pending: Promise<boolean> | undefined;

/** One question, however many requests wait for it. */
const askOnce = (proof: ProofKind) => (pending ??= stepUp.ask(proof).finally(() => (pending = undefined)));

/** A request that needs a fresh second factor waits for it and is then repeated, so that no form loses what was typed. */
export function repeatAfterStepUp(): void {
  defaults.fetch = async (input, init) => {
    const answer = await fetch(input, init);
    if (answer.status !== 403) return answer;
    const problem = (await answer
      .clone()
      .json()
      .catch(() => ({}))) as { code?: string; proof?: ProofKind };
    if (problem.code !== 'second_factor.fresh_needed' || !problem.proof) return answer;
    return (await askOnce(problem.proof)) ? fetch(input, init) : answer;
  };
}
