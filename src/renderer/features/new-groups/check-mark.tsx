import type { StationRow } from '../../../contract/field-work';
import { StatusMark } from '../../components/status-mark';

type Props = { readonly check: StationRow['check']; readonly on: string };

/** The last check, marked where it is too long ago. */
export function CheckMark({ check, on }: Props) {
  switch (check) {
    case 'fine':
      return <span>{on}</span>;
    case 'overdue':
      return <StatusMark kind="soon">{on} 该查了</StatusMark>;
    case 'unknown':
      return <StatusMark kind="unknown">没有记录</StatusMark>;
  }
}
