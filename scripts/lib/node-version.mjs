export const NEEDED = '20.19';

/** Whether this version of Node is older than the one we need. */
export function isTooOld(version) {
  const [major, minor] = version.split('.').map(Number);
  const [neededMajor, neededMinor] = NEEDED.split('.').map(Number);
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
}
