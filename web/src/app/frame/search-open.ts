import { useDisclosure, useHotkeys } from '@mantine/hooks';

/** Whether somebody searches; Ctrl-K begins, from wherever they are. */
export function useSearchOpen() {
  const [opened, { open, close }] = useDisclosure(false);
  useHotkeys([['mod+K', open]], []);
  return { opened, open, close };
}
