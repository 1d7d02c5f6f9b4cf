/** 绿灯, 黄灯 (deadline near), 红灯 (past). */
export const LAMPS = ['green', 'yellow', 'red'] as const;
export type Lamp = (typeof LAMPS)[number];

/** Rungs of supervision: 电话督办, 书面督办, 现场督办, 约谈督办, 联合督办, 督查督办. Their order is a locality's table. */
export const RUNGS = ['phone', 'letter', 'on-site', 'interview', 'joint', 'inspection'] as const;
export type Rung = (typeof RUNGS)[number];

/** The lamp of a case or an order: yellow from `warnAt` on, red after `dueAt`. Answered in time stays green. */
export function lampAt(now: Date, times: { warnAt?: Date; dueAt?: Date }): Lamp {
  if (times.dueAt !== undefined && now > times.dueAt) return 'red';
  if (times.warnAt !== undefined && now >= times.warnAt) return 'yellow';

  return 'green';
}

/** The worse of two lamps: a case shows the worst of its open orders. */
export function worseLamp(a: Lamp, b: Lamp): Lamp {
  return LAMPS.indexOf(a) > LAMPS.indexOf(b) ? a : b;
}
