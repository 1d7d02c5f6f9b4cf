import { caughtCodes } from './caught-codes.js';

export const caughtErrors = caughtCodes('error', 'caught-errors', '没有接住的差错会变成故障，案件停在原地等人处理');
