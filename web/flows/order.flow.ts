import { describe, expect, it } from 'vitest';
import { desk, openWindow, phone, quiet, signIn } from './browser.js';
import { visit } from './walk.js';

/**
 * Runs in the page: each pair of neighbours, in the order in which they are read out, of which the second stands before
 * the first for whoever sees them: above it and not in a column to its right, or to its left in the same row.
 */
function outOfOrder(): string[] {
  const what = 'h1, h2, h3, a[href], button, input, select, textarea, summary, p, time, li, th, td, legend';
  const stands = (element: Element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const name = (element.getAttribute('aria-label') ?? (element as HTMLElement).innerText ?? '').trim().slice(0, 40);
    return { name: name || element.tagName, left, top, right, bottom, isSeen: width > 4 && height > 4, style };
  };
  const isFloating = (element: Element | null): boolean =>
    element !== null &&
    element.id !== 'main' &&
    (['fixed', 'absolute', 'sticky'].includes(getComputedStyle(element).position) || isFloating(element.parentElement));
  const parts = [...document.querySelectorAll(`#main :is(${what})`)]
    .filter((element) => element.checkVisibility() && !isFloating(element) && !element.querySelector(what))
    .map(stands)
    .filter(({ isSeen }) => isSeen);
  const slack = 6;
  return parts.slice(1).flatMap((second, at) => {
    const first = parts[at]!;
    const isAbove = second.bottom <= first.top + slack && second.left < first.right - slack;
    const sameRow = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top) > slack;
    const isBefore = sameRow && second.right <= first.left + slack;
    return isAbove || isBefore ? [`"${second.name}" stands before "${first.name}" and is read after it`] : [];
  });
}

describe('What is read out stands in the same order as what is seen', () => {
  it.each([
    ['a desk', desk],
    ['a phone', phone],
  ])('on %s: today, logging a letter, a case, the day of an appointment', async (_, look) => {
    const { page, context } = await openWindow(look);
    await signIn(page, 'attorney');
    for (const path of ['/', '/log-a-letter', 'case', 'appointment']) {
      await visit(page, path);
      await quiet(page);
      expect([path, await page.evaluate(outOfOrder)]).toEqual([path, []]);
    }
    // It can tell: turned around, the head of the day is read after what stands under it.
    await page.evaluate(() => {
      const main = document.querySelector('#main h1')!.parentElement!.parentElement!;
      Object.assign(main.style, { display: 'flex', flexDirection: 'column-reverse' });
    });
    expect(await page.evaluate(outOfOrder)).not.toEqual([]);
    await context.close();
  });
});
