import { caughtCodes } from './caught-codes.js';

export const caughtEscalations = caughtCodes(
  'escalation',
  'caught-escalations',
  '没有接住的升级会无声无息地消失，谁也不知道该升级了',
);
