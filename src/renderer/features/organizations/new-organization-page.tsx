import { useState } from 'react';
import { PageHead } from '../../components/page-head';
import { askVault } from '../../lib/desk';
import { useNavigation } from '../../lib/navigation';
import { useAct } from '../../lib/use-act';
import { creationOf, draftOf, type OrganizationDraft } from './organization-draft';
import { OrganizationForm } from './organization-form';
import './organizations.css';

export function NewOrganizationPage() {
  const { go, back } = useNavigation();
  const act = useAct();
  const [initial] = useState(() => draftOf({}));
  const save = async (draft: OrganizationDraft) => {
    const saved = await act.run(() =>
      askVault('organizations.save', { patch: creationOf(draft), clears: [] }),
    );
    if (saved !== undefined) go({ page: 'organization', id: saved.id });
  };
  return (
    <div className="page-scroll organization-page">
      <PageHead title="登记单位" sentence="先填名称和类型，其余以后可补">
        <button type="button" className="button" onClick={back}>
          返回
        </button>
      </PageHead>
      <OrganizationForm
        initial={initial}
        draftAbout={{ key: 'newUnit', title: '登记单位' }}
        act={act}
        saveWords="登记"
        onSave={(draft) => void save(draft)}
      />
    </div>
  );
}
