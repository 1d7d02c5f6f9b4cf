import type { Me } from '../../api/contract/session.js';
import type { Choices } from '../../api/contract/locality.js';
import { useMe } from '../app/me.js';
import { useAnswer } from '../api/use-answer.js';
import { useNames, type Names } from '../api/use-names.js';
import { Page } from '../ui/page.js';
import { Failed, Loading, NoPermission } from '../ui/states.js';
import { Desk } from './desk.js';
import './intake.css';

/** 来电登记: one page, filled while the caller talks. */
export function IntakePage() {
  const me = useMe();
  if (!me) return null;
  if (me.locality === null) return <NoPermission>您的账号不属于任何地方，不能登记诉求。</NoPermission>;

  return <Located me={me} localityId={me.locality} />;
}

function Located({ me, localityId }: { me: Me; localityId: string }) {
  const names = useNames(localityId);
  const { error, refetch } = useAnswer('readChoices', { params: { localityId } }, { staleTime: 10 * 60_000 });
  if (names.choices !== undefined)
    return <Desk me={me} localityId={localityId} names={withChoices(names, names.choices)} />;

  return (
    <Page title="来电登记">
      {error ? <Failed error={error} retry={() => void refetch()} /> : <Loading what="登记页" />}
    </Page>
  );
}

export interface DeskNames extends Names {
  readonly choices: Choices;
}

const withChoices = (names: Names, choices: Choices): DeskNames => ({ ...names, choices });
