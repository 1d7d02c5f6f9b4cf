import type { Values } from '../../forms/schema.js';

/** What is typed also stays in this window, each person's apart: it outlives an ended session and a lost connection. */
const placeOf = (userId: string, taskKey: string): string => `huiyin/task/${userId}/${taskKey}`;

export function keepInput(userId: string, taskKey: string, values: Values): void {
  try {
    sessionStorage.setItem(placeOf(userId, taskKey), JSON.stringify(values));
  } catch {
    // A full or forbidden storage: the draft on the server is the other copy.
  }
}

export function keptInput(userId: string, taskKey: string): Values | null {
  try {
    return JSON.parse(sessionStorage.getItem(placeOf(userId, taskKey)) ?? 'null') as Values | null;
  } catch {
    return null;
  }
}

export const forgetInput = (userId: string, taskKey: string): void =>
  sessionStorage.removeItem(placeOf(userId, taskKey));
