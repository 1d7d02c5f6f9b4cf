/** Whether a page answers with a 2xx status by now; with `anyStatus`, whether it answers at all. */
export const isUp = (url: string, anyStatus = false): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(3000) }).then(
    async (answer) => {
      await answer.body?.cancel();
      return answer.ok || anyStatus;
    },
    () => false,
  );
