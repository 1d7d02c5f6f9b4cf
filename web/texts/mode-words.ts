const modes: Readonly<Record<string, string>> = {
  direct: '直接交办',
  straight: '直派，不经转办',
  dual: '主办和协办同时交办',
  joint: '联合办理',
  split: '拆分后分别交办',
  supervised: '交办并由主管部门督办',
  police: '由情指中心推送',
  'on-site': '现场协办',
};

/** How a routing table has a case handled; a way that a locality made up is not put into words. */
export const modeWord = (mode: string | null): string | null => (mode === null ? null : (modes[mode] ?? null));
