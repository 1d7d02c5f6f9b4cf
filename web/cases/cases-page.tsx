import { keepPreviousData } from '@tanstack/react-query';
import { useAnswer } from '../api/use-answer.js';
import { useNames } from '../api/use-names.js';
import { useMe } from '../app/me.js';
import { ListPages } from '../ui/list-pages.js';
import { Page } from '../ui/page.js';
import { Failed, Loading, Nothing } from '../ui/states.js';
import { useAddressFilter } from '../ui/use-address-filter.js';
import '../tasks/inbox.css';
import { CaseFilters } from './case-filters.js';
import { pageSize, queryOf } from './case-query.js';
import { CaseRow } from './case-row.js';

const keep = { placeholderData: keepPreviousData } as const;

/** 诉求件: all that one may see, found by what one knows. */
export function CasesPage() {
  const [params, change] = useAddressFilter();
  const names = useNames(useMe()?.locality);
  const { data, error, refetch } = useAnswer('listCases', { query: queryOf(params) }, keep);

  return (
    <Page title="诉求件">
      <CaseFilters params={params} names={names} change={change} />
      {data === undefined ? (
        error === null ? (
          <Loading what="诉求件" />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <>
          {data.items.length === 0 ? <Nothing>没有符合条件的诉求件。</Nothing> : null}
          <ul className="inbox" aria-label="诉求件">
            {data.items.map((found) => (
              <CaseRow key={found.caseNumber} found={found} names={names} />
            ))}
          </ul>
          <ListPages
            page={data.page}
            size={pageSize}
            total={data.total}
            go={(page) => change({ page: String(page) })}
            told={(total) => (data.more ? `${total} 件以上` : `共 ${total} 件`)}
          />
        </>
      )}
    </Page>
  );
}
