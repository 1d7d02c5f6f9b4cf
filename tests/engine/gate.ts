/** Holds whoever passes until it is opened. */
export function gate(): { pass: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const pass = new Promise<void>((resolve) => (open = resolve));

  return { pass, open };
}
