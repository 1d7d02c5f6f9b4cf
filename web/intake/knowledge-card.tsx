import { Button, Card, Input } from 'antd';
import { useState } from 'react';
import type { Article } from '../../api/contract/locality.js';
import { useAnswer } from '../api/use-answer.js';
import { useDebounced } from './use-debounced.js';

interface Props {
  localityId: string;
  /** What was told so far. */
  told: string;
  answer: (article: Article) => void;
}

const longestSearch = 60;

/** Knowledge that fits what is told, or what is looked for; an article can be the answer at once. */
export function KnowledgeCard({ localityId, told, answer }: Props) {
  const [own, setOwn] = useState('');
  const text = useDebounced((own.trim() === '' ? told : own).trim().slice(-longestSearch), 500);
  const { data = [] } = useAnswer(
    'searchArticles',
    { params: { localityId }, query: { text, limit: 4 } },
    { enabled: text !== '', placeholderData: (before) => before },
  );
  const found = text === '' ? [] : data;

  return (
    <Card title="知识库" size="small">
      <Input
        aria-label="查找知识"
        placeholder="随来电内容自动查找，也可以自己输入"
        maxLength={longestSearch}
        allowClear
        value={own}
        onChange={({ target }) => setOwn(target.value)}
      />
      <ul className="intake-list" aria-label="知识条目" aria-live="polite">
        {found.map((article) => (
          <li key={article.articleId}>
            <details>
              <summary>{article.title}</summary>
              <p className="intake-article">{article.body}</p>
              <p className="quiet">{article.legalBasis}</p>
              <Button size="small" onClick={() => answer(article)} aria-label={`用“${article.title}”答复`}>
                就这样答复
              </Button>
            </details>
          </li>
        ))}
      </ul>
      {text !== '' && found.length === 0 ? <span className="quiet">没有相关条目。</span> : null}
    </Card>
  );
}
