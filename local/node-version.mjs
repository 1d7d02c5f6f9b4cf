/** Ends with one sentence when this Node is too old; the rest of the project uses what newer ones have. */
export const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Huiyin needs Node.js 20.19 or newer, this is ${process.versions.node}: install a newer one, for example from nodejs.org.`,
  );
  process.exit(1);
};
