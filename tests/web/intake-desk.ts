import type { Page } from 'playwright-core';
import type { Visit } from './stage.js';

/** The intake desk, opened and ready for the first key. */
export async function openDesk(visit: Visit): Promise<Page> {
  const page = await visit.open('/intake');
  await page.getByLabel('来电号码').waitFor();

  return page;
}

/** The same, for somebody who has left nothing unfinished. */
export async function openClearDesk(visit: Visit): Promise<Page> {
  const headers = { 'x-requested-with': 'huiyin' };
  const answer = await visit.context.request.delete('/api/intake-draft', { headers });
  if (!answer.ok()) throw new Error(`the draft stays: ${await answer.text()}`);

  return openDesk(visit);
}

/** Chooses a node of a tree by what is typed. */
export async function pick(page: Page, label: string, typed: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('combobox', { name: label }).fill(typed);
  await page.locator('.ant-select-tree-title', { hasText: option }).first().click();
}

export const choose = (page: Page, group: string, option: string): Promise<void> =>
  page.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();

/** Of the case that was just registered. */
export const numberOf = async (page: Page): Promise<string> =>
  (await page.getByTestId('case-number').innerText()).trim();

/** What is typed is on the server. */
export const saved = (page: Page): Promise<void> => page.locator('[data-draft="saved"]').waitFor();
