import type { Page } from 'playwright-core';

/**
 * What the page asks for at this address (a glob) from now on waits until the answered function is called: till then the page
 * knows no more than it does now. What it sends goes through.
 */
export async function hold(page: Page, address: string): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const free = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(address, async (route) => {
    if (route.request().method() === 'GET') await free;
    await route.fallback();
  });

  return letGo;
}
