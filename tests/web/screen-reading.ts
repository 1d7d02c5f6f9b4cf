import type { Page } from 'playwright-core';
import { until } from '../support/until.js';

export const CHARTS = 13;

/** Resolves when all charts are there. */
export const drawn = (page: Page) =>
  until(async () => (await page.locator('.panel [role=img] svg').count()) === CHARTS);

/** Values of the tiles by their names. */
export async function headline(page: Page): Promise<Record<string, string>> {
  const names = await page.locator('.headline dt').allInnerTexts();
  const values = await page.locator('.headline dd:not(.note)').allInnerTexts();

  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}

/** Rows of the table behind a chart by their names. */
export async function numbers(page: Page, title: string): Promise<Record<string, string[]>> {
  const rows = await page.locator(`section[aria-label="${title}"] tbody tr`).all();
  const read = rows.map(async (row) => {
    const [name = '', ...values] = await row.locator('th, td').allInnerTexts();

    return [name, values] as const;
  });

  return Object.fromEntries(await Promise.all(read));
}
