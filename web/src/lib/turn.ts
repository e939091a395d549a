/** Lets the browser do what has come up meanwhile: a finger, a frame to be painted. */
export const turn = () => new Promise<void>((resolve) => setTimeout(resolve));
