import { useEffect, useState, type RefObject } from 'react';

/** Where the focus was last: a button that waits for an answer loses it before anything opens. */
let last: HTMLElement | undefined;
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement) last = target;
});

interface Origin {
  element: HTMLElement;
  name: string;
  /** What it stood in, the closest first: some of it is still there when the element is not. */
  around: HTMLElement[];
}

const nameOf = (element: HTMLElement) => element.getAttribute('aria-label') ?? element.innerText;
const canBePressed = (element: HTMLElement) =>
  element.isConnected && !element.matches(':disabled') && element.checkVisibility();

function originAt(element: HTMLElement | null | undefined): Origin | undefined {
  if (!element?.isConnected) return undefined;
  const around: HTMLElement[] = [];
  for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) around.push(one);
  return { element, name: nameOf(element), around };
}

function focused(): Origin | undefined {
  const { activeElement } = document;
  const element = activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : last;
  // A menu goes with what was chosen in it; the button that opened it stays.
  const menu = element?.closest('[role=menu]');
  return originAt(menu ? document.querySelector<HTMLElement>(`[aria-controls="${menu.id}"]`) : element);
}

/** What was pressed, or what took its place there under the same name; else the first that can be pressed nearby. */
function placeToReturn({ element, name, around }: Origin): HTMLElement | undefined {
  if (canBePressed(element)) return element;
  for (const one of around.filter(({ isConnected }) => isConnected)) {
    const controls = [...one.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea')];
    const possible = controls.filter(canBePressed);
    const found = possible.find((control) => nameOf(control) === name) ?? possible[0];
    if (found) return found;
  }
  return undefined;
}

function giveBack(origin: Origin, patience: number): void {
  // Who went on elsewhere stays there.
  if (document.activeElement !== document.body) return;
  const { element } = origin;
  // What waits for an answer will be pressable again, however slow the line; a neighbour would be the wrong place.
  const isWaiting = element.isConnected && element.matches('[data-loading]');
  const isBusy = element.isConnected && element.matches(':disabled');
  if (isWaiting) requestAnimationFrame(() => giveBack(origin, patience));
  else if (isBusy && patience > 0) requestAnimationFrame(() => giveBack(origin, patience - 1));
  else placeToReturn(origin)?.focus();
}

/**
 * For what opens where somebody pressed a button, and often in its place: when it goes with the focus in it, the focus
 * returns to where it came from, or whoever works by keyboard would begin again at the top of the page. What opened by
 * itself names itself: then the focus stays near.
 */
export function useFocusBack(byItself?: RefObject<HTMLElement | null>): void {
  const [cameFrom] = useState(focused);
  useEffect(() => {
    const origin = byItself ? originAt(byItself.current) : cameFrom;
    if (!origin) return undefined;
    return () => void requestAnimationFrame(() => giveBack(origin, 20));
  }, [byItself, cameFrom]);
}
