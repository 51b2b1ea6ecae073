import { useEffect, useState } from 'react';
import type { VaultInput } from '../../contract/channels';
import { useNavigation } from '../lib/navigation';
import { useVaultQuery } from '../lib/use-vault-query';
import { StatusMark } from './status-mark';

export type DuplicateWarningProps = VaultInput<'duplicates.find'>;

const pause = 300;

/** What was typed, once the keys have rested. */
function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(key) as Value), pause);
    return () => clearTimeout(timer);
  }, [key]);
  return rested;
}

/** Says while one is typing that it may be on record already; it never refuses to save. */
export function DuplicateWarning(props: DuplicateWarningProps) {
  const { go } = useNavigation();
  const typed = useRested(props);
  const { data } = useVaultQuery('duplicates.find', typed);
  if (data === undefined || data.length === 0) return null;
  const page = props.subject;
  return (
    <div className="banner is-info" role="status" aria-label="可能重复">
      <StatusMark kind="soon">可能已经登记过，请先核对：</StatusMark>
      <ul className="duplicate-hits">
        {data.map(({ id, title, words }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => go({ page, id })}>
              {title}
            </button>{' '}
            <span className="small muted">{words}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
