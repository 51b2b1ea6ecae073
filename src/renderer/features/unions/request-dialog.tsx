import { DraftTextDialog } from '../../components/draft-text-dialog';
import { useVaultQuery } from '../../lib/use-vault-query';
import type { PlanInput } from './adopt-dialog';

type Props = { readonly plan: PlanInput; readonly onClose: () => void };

/** 组建请示 of one planned union. */
export function RequestDialog({ plan, onClose }: Props) {
  const { data, failure } = useVaultQuery('unions.letter', plan);
  return (
    <DraftTextDialog
      name="组建请示"
      hint="画线处由本单位填写。选中后按 Ctrl+C 复制到公文里。"
      letter={data}
      failure={failure}
      onClose={onClose}
    />
  );
}
