import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addressOf } from '../api/call.js';
import { followEvents } from '../api/event-line.js';

/** Asks for lists and counts of tasks anew when the server says that some changed. Pages that use it ask now and then as well. */
export function useTaskEvents(): void {
  const client = useQueryClient();

  useEffect(() => {
    const askAnew = (): void => {
      void client.invalidateQueries({ queryKey: ['listTasks'] });
      void client.invalidateQueries({ queryKey: ['countTasks'] });
    };

    return followEvents(addressOf('followTasks'), {
      on: { changed: askAnew },
      onOpen: askAnew,
      onLost: () => undefined,
      onSessionEnd: askAnew,
    });
  }, [client]);
}
