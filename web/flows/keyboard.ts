import type { Page } from 'playwright-core';

interface Stop {
  name: string;
  /** What is wrong with how the focus stands here. */
  faults: string[];
}

/** Runs in the page: what holds the focus, and whether whoever sees the page sees that. */
function stopHere(): Stop {
  const one = document.activeElement as HTMLInputElement;
  const said =
    one.getAttribute('aria-label') ??
    document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.innerText ??
    one.labels?.[0]?.innerText ??
    one.innerText;
  const name = said.split('\n')[0]!.replace(/ \*$/, '').trim();
  const faults: string[] = [];
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const isMarked = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  // Where a text leads to, such as a heading, the cursor itself is no sign and none is needed.
  if (!isMarked && one.tabIndex >= 0) faults.push(`"${name}" does not show that it has the focus`);
  const { left, top, width, height } = one.getBoundingClientRect();
  const above = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
  // A box to tick lies under the picture of itself.
  const isSeen = above && (one.contains(above) || above.contains(one) || above.parentElement === one.parentElement);
  if (one !== document.body && !isSeen) faults.push(`"${name}" is hidden while it has the focus`);
  return { name, faults };
}

/** More than any page has stops. */
const wholeRound = 60;
/** A part of a page may still be on its way while the Tab key goes round the rest. */
const patienceMs = 10_000;

/** Goes by the Tab key alone to what has this name; everything on the way must show the focus. @throws Error otherwise */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const way: string[] = [];
  const until = Date.now() + patienceMs;
  for (let pressed = 0; pressed < wholeRound || Date.now() < until; pressed += 1) {
    const here = await page.evaluate(stopHere);
    if (pressed > 0 && here.faults.length > 0) throw new Error(here.faults.join('; '));
    if (typeof name === 'string' ? here.name === name : name.test(here.name)) return;
    way.push(here.name);
    await page.keyboard.press('Tab');
  }
  throw new Error(`"${String(name)}" cannot be reached with the Tab key, only ${way.slice(-wholeRound).join(', ')}.`);
}

/** Goes to a field and types. */
export async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.type(text);
}

/** Goes to a button or link and presses it. */
export async function press(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

/** What holds the focus, by its name; the whole page where nothing does. */
export const focusedName = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLElement;
    return one === document.body ? 'nothing' : (one.getAttribute('aria-label') ?? one.innerText.trim());
  });
