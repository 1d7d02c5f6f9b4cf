import { Alert, Switch, Timeline } from 'antd';
import { useState } from 'react';
import type { Step, StepList } from '../../api/contract/record.js';
import { useAnswer } from '../api/use-answer.js';
import type { Names } from '../api/use-names.js';
import { actWord, isInnerAct, isView } from '../texts/act-words.js';
import { postName } from '../texts/post.js';
import { Moment } from '../ui/moment.js';
import { Failed, Loading } from '../ui/states.js';
import { tellsCallback } from './independent.js';
import { StepData } from './step-data.js';

interface Parts {
  caseNumber: string;
  names: Names;
  /** Tells of callbacks only that they were. */
  blind: boolean;
}

/** The record of a case, act by act, and whether anybody touched it. */
export function CaseTimeline({ caseNumber, names, blind }: Parts) {
  const { data, error, refetch } = useAnswer('readSteps', { params: { caseNumber } });
  const [whole, setWhole] = useState(false);
  if (error !== null && data === undefined) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="全程记录" />;
  const shown = data.steps.filter(({ act }) => whole || (!isInnerAct(act) && !isView(act)));

  return (
    <>
      <Verdict {...data} />
      <p className="case-line">
        <Switch size="small" checked={whole} onChange={setWhole} aria-label="显示流程自动步骤和查看记录" />
        <span className="quiet">显示流程自动步骤和查看记录</span>
      </p>
      <Timeline
        items={shown.map((step) => ({
          key: step.number,
          content: (
            <StepLine step={blind && tellsCallback(step) ? { ...step, data: {}, said: [] } : step} names={names} />
          ),
        }))}
      />
    </>
  );
}

function Verdict({ chain }: StepList) {
  return chain.intact ? (
    <Alert type="success" showIcon title="全程记录完整，未被改动" />
  ) : (
    <Alert type="error" showIcon title={`第 ${chain.brokenAt} 步起不符：记录可能被改动过`} />
  );
}

function StepLine({ step, names }: { step: Step; names: Names }) {
  const { by, element } = step;
  const where = element?.label ?? null;

  return (
    <>
      <div className="case-line">
        <strong>{actWord(step.act)}</strong>
        <Moment at={step.at} />
        <span className="quiet">{postName(names.unit(by.unitId), by.name)}</span>
      </div>
      <StepData data={step.data} names={names} />
      {step.said.map(({ label, value }) => (
        <p key={label} className="step-data">
          {label}：{value}
        </p>
      ))}
      {where === null ? null : (
        <div className="quiet">
          环节“{where}”（{element?.processId} 第 {element?.version} 版）
        </div>
      )}
    </>
  );
}
