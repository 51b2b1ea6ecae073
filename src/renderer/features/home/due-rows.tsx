import { useState } from 'react';
import type { DueItem } from '../../../contract/common';
import { citationWords } from '../../components/citation-tag';
import { StatusMark } from '../../components/status-mark';
import { toneOfDays } from '../../components/status-of-days';
import { daysWords } from '../../lib/format';
import { useNavigation, type Place } from '../../lib/navigation';
import { SnoozeDialog } from './snooze-dialog';

function placeOf({ subject, subjectId }: DueItem): Place {
  switch (subject) {
    case 'person':
      return { page: 'person', id: subjectId };
    case 'organization':
      return { page: 'organization', id: subjectId };
    case 'request':
      return { page: 'request', id: subjectId };
    case 'partyOrganization':
      return { page: 'partyOrganization', id: subjectId };
    case 'instructor':
      return { page: 'instructor', id: subjectId };
    case 'office':
      return { page: 'home' };
  }
}

/** Each row reads: when, who and what with the date it counts from, which article, the next act. */
export function DueRows({ items }: { items: readonly DueItem[] }) {
  const { go } = useNavigation();
  const [snoozing, setSnoozing] = useState<DueItem>();
  return (
    <>
      <ul className="due-rows">
        {items.map((item) => (
          <li key={item.key}>
            <button type="button" className="due-row" onClick={() => go(placeOf(item))}>
              <span className="due-when">
                <StatusMark kind={toneOfDays(item.days, item.bound)}>
                  {daysWords(item.days)}
                  {item.bound === 'notBefore' && item.days > 0 ? '起' : ''}
                </StatusMark>
                <small>
                  {item.dueOn}
                  {item.isProvisional ? '（暂算）' : ''}
                </small>
              </span>
              <span>
                <b>{item.subjectName}</b>　{item.title}
                <small>{item.context}</small>
              </span>
              <span>
                {item.citation.article}
                <small>{citationWords(item.citation)}</small>
              </span>
              <span>{item.nextAct}</span>
              <span aria-hidden="true">›</span>
            </button>
            <button
              type="button"
              className="link small due-snooze"
              aria-label={`暂缓：${item.subjectName}，${item.title}`}
              onClick={() => setSnoozing(item)}
            >
              暂缓
            </button>
          </li>
        ))}
      </ul>
      {snoozing !== undefined && (
        <SnoozeDialog key={snoozing.key} item={snoozing} onClose={() => setSnoozing(undefined)} />
      )}
    </>
  );
}
