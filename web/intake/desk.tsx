import { Alert, Button, Form } from 'antd';
import { useEffect, useRef } from 'react';
import type { LikeCase } from '../../api/contract/intake.js';
import type { Article } from '../../api/contract/locality.js';
import type { Me } from '../../api/contract/session.js';
import { sentenceOf } from '../api/problem.js';
import { Page } from '../ui/page.js';
import { CallerCard } from './caller-card.js';
import { ClassificationCard } from './classification-card.js';
import { DraftOffer, DraftState } from './draft-line.js';
import { EarlierCases } from './earlier-cases.js';
import { questionsOf, type IntakeFields } from './intake-fields.js';
import type { DeskNames } from './intake-page.js';
import { KnowledgeCard } from './knowledge-card.js';
import { LikeCases } from './like-cases.js';
import { MatterCard } from './matter-card.js';
import { PlaceCard } from './place-card.js';
import { ProposalCard } from './proposal-card.js';
import { RegisteredCard } from './registered-card.js';
import { useDraft } from './use-draft.js';
import { useIntake } from './use-intake.js';
import { WayCard } from './way-card.js';

interface Props {
  me: Me;
  localityId: string;
  names: DeskNames;
}

/** What is typed on the left, in the order in which people speak; on the right what helps while they do. */
export function Desk({ me, localityId, names }: Props) {
  const { fields, faults, error, isPending, registered, set, replace, start, register } = useIntake(me, localityId);
  const draft = useDraft(fields);
  const next = () => draft.forget(start());
  const submit = () =>
    void register(questionsOf(names.choices.categories, fields.category), () => draft.forget(fields));
  useKeys(submit);
  if (registered !== undefined)
    return (
      <Page title="来电登记" narrow>
        <RegisteredCard registered={registered} next={next} />
      </Page>
    );
  const part = { fields, set, faults };
  const { offer } = draft;
  const take = () => {
    if (offer !== undefined) replace(offer.fields);
    draft.take(fields);
  };

  return (
    <Page title="来电登记" acts={<DraftState state={draft.state} />}>
      {offer === undefined ? null : <DraftOffer offer={offer} take={take} putAway={draft.putAway} />}
      <Form layout="vertical" component={false}>
        <div className="intake-desk">
          <div className="intake-told">
            <CallerCard {...part} choices={names.choices} />
            <MatterCard {...part} />
            <PlaceCard {...part} localityId={localityId} units={names.units} />
            <ClassificationCard {...part} choices={names.choices} units={names.units} />
            <WayCard {...part} />
            {error === null ? null : <Alert type="error" showIcon title={sentenceOf(error)} />}
            <Button className="intake-submit" type="primary" size="large" loading={isPending} onClick={submit}>
              登记（Ctrl+回车）
            </Button>
          </div>
          <aside className="intake-help" aria-label="参考">
            <EarlierCases localityId={localityId} phone={fields.phone} />
            <LikeCases
              localityId={localityId}
              fields={fields}
              names={names}
              join={(like) => set(joined(fields, like))}
            />
            <ProposalCard localityId={localityId} fields={fields} names={names} />
            <KnowledgeCard
              localityId={localityId}
              told={`${fields.title} ${fields.text}`}
              answer={(article) => set(answeredBy(article))}
            />
          </aside>
        </div>
      </Form>
    </Page>
  );
}

/** Me too: goes into that case; what is not said yet is taken from it. */
const joined = (fields: IntakeFields, like: LikeCase): Partial<IntakeFields> => ({
  way: 'same-matter',
  mergeInto: like.caseNumber,
  kind: fields.kind ?? like.kind ?? undefined,
  category: fields.category ?? like.category ?? undefined,
  placeUnitId: fields.placeUnitId ?? like.placeUnitId ?? undefined,
});

const answeredBy = ({ articleId, body }: Article): Partial<IntakeFields> => ({
  way: 'answer',
  articleId,
  answer: body.slice(0, 2000),
});

/** Ctrl+Enter registers, wherever one types. */
function useKeys(submit: () => void): void {
  const newest = useRef(submit);
  useEffect(() => {
    newest.current = submit;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      newest.current();
    };
    document.addEventListener('keydown', onKey);

    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
