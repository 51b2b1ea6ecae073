import { useState } from 'react';
import type { FindingView } from '../../../contract/people';
import { CitationTag } from '../../components/citation-tag';
import { ModalDialog } from '../../components/modal-dialog';
import { SettleForm } from '../../components/settle-form';

type Props = { readonly personId: string; readonly finding: FindingView };

/** 说明原因 as on the 核查 page, for whoever reads the finding on the person's own. */
export function ExplainFinding({ personId, finding }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { rule, facts, message, evidence, citation } = finding;
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        说明原因
      </button>
      {isOpen && (
        <ModalDialog name="说明核查问题" hint={message} onClose={() => setOpen(false)}>
          <p>
            {evidence.join('；')} <CitationTag citation={citation} />
          </p>
          <SettleForm finding={{ personId, rule, facts }} onSaved={() => setOpen(false)} />
        </ModalDialog>
      )}
    </>
  );
}
