import type { AuditRow } from '../../../contract/audit';
import { DraftTextDialog } from '../../components/draft-text-dialog';
import { useVaultQuery } from '../../lib/use-vault-query';

type Props = { readonly row: AuditRow; readonly onClose: () => void };

/** 情况说明 of one finding. */
export function LetterDialog({ row: { personId, rule, facts }, onClose }: Props) {
  const { data, failure } = useVaultQuery('audit.letter', { personId, rule, facts });
  return (
    <DraftTextDialog
      name="情况说明"
      hint="空白处由党支部填写；只说明原因，不改日期。选中后按 Ctrl+C 复制到公文里。"
      letter={data}
      failure={failure}
      onClose={onClose}
    />
  );
}
