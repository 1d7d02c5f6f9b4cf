const running = new Set<Promise<void>>();

/** Notes an upload until it is over. */
export function noteUpload(upload: Promise<void>): void {
  running.add(upload);
  void upload.finally(() => running.delete(upload));
}

/** Resolves when no file is on its way any more: what is handed in before would go without it, and nobody would notice. */
export async function uploadsOver(): Promise<void> {
  while (running.size > 0) await Promise.all(running);
}
