import type { Page } from 'playwright-core';

/** Chooses in a list by what stands there, as somebody who types a word of it. */
export async function pick(page: Page, label: string, options: readonly string[]): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await field.click();
  for (const option of options) {
    if (await field.isEditable()) await field.fill(option);
    await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
  }
  // A list of which several may be chosen stays open.
  if ((await field.getAttribute('aria-expanded')) === 'true') await page.keyboard.press('Escape');
}
