/** How somebody gets at a case: by number and code, or signed in with their own. */
export type Access = { readonly caseNumber: string; readonly code: string } | { readonly caseNumber: string };

export const byCode = (access: Access): access is { caseNumber: string; code: string } => 'code' in access;

let last: Access | undefined;

/** Of the case that was reported or looked up last; in memory only, so that it is gone with the page. */
export const keptAccess = {
  get: (): Access | undefined => last,
  set: (access: Access | undefined): void => {
    last = access;
  },
};
