import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as Messages, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useMemo } from 'react';
import { RouterProvider } from 'react-router';
import { ProblemError } from '../api/problem.js';
import { endSession } from './me.js';
import { pages } from './pages.js';
import { themeFor } from './theme.js';
import { useStillness } from './use-stillness.js';

dayjs.locale('zh-cn');

const isRefusal = (error: Error): boolean => error instanceof ProblemError && error.status >= 400 && error.status < 500;

/** A session that ended shows at once, whichever call found it out. */
function onError(error: Error): void {
  if (error instanceof ProblemError && error.code === 'SIGN_IN_NEEDED') endSession(client);
}

const client = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, error) => count < 2 && !isRefusal(error), networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

export function App() {
  const still = useStillness();
  const theme = useMemo(() => themeFor(still), [still]);

  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <Messages>
        <QueryClientProvider client={client}>
          <RouterProvider router={pages} />
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  );
}
