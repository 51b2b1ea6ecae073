import { useState } from 'react';
import type { Organization } from '../../../core/records/organization';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { changesOf, draftOf, type OrganizationDraft } from './organization-draft';
import { OrganizationForm } from './organization-form';

export function FactsTab({ record }: { readonly record: Organization }) {
  const act = useAct();
  const [savedWords, setSavedWords] = useState<string>();
  const save = async (draft: OrganizationDraft) => {
    const saved = await act.run(() =>
      askVault('organizations.save', { id: record.id, ...changesOf(draft, record) }),
    );
    setSavedWords(saved === undefined ? undefined : '已保存');
  };
  return (
    <OrganizationForm
      key={JSON.stringify(record)}
      unitId={record.id}
      initial={draftOf(record)}
      draftAbout={{ key: `unit:${record.id}`, title: record.name }}
      act={act}
      saveWords="保存"
      savedWords={savedWords}
      onSave={(draft) => void save(draft)}
    />
  );
}
