import { useState } from 'react';
import type { VaultOutput } from '../../../contract/channels';
import { FailureBanner, Loading } from '../../components/notices';
import { PageHead, Section } from '../../components/page-head';
import { useNavigation } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { EntryDialog } from './entry-dialog';
import type { EntrySubject } from './entry-draft';
import { OverlayFile } from './overlay-file';
import { PaperForm } from './paper-form';
import { AddedTable, RuleTable } from './rule-table';
import { WeakRules } from './weak-rules';
import './overlay.css';

type Overview = VaultOutput<'overlay.overview'>;

/** What does this district ask beyond the national text, since when and on which paper? */
export function OverlayPage() {
  const { data, failure } = useVaultQuery('overlay.overview', {});
  if (data === undefined)
    return (
      <div className="page-scroll">
        {failure === undefined ? <Loading /> : <FailureBanner failure={failure} />}
      </div>
    );
  return <Overlay overview={data} />;
}

function Overlay({ overview }: { readonly overview: Overview }) {
  const { back } = useNavigation();
  const [subject, setSubject] = useState<EntrySubject>();
  const { local, national, added, weak, paper, today } = overview;
  const inForce = local.filter(({ isOn }) => isOn).length;
  return (
    <div className="page-scroll">
      <PageHead
        title="地方口径"
        sentence={`国家规则不可改动；本地只能启用、加严和新增，不能放宽。现启用 ${inForce} 条`}
      >
        <button type="button" className="button" onClick={back}>
          返回
        </button>
        <OverlayFile paper={paper} />
      </PageHead>
      <Section title="口径文件" remark="导出后下发，下级导入即用">
        <PaperForm key={JSON.stringify(paper)} paper={paper} />
      </Section>
      <Section title="本地规则" remark="默认不启用；写明启用日和依据文件后才核对">
        <RuleTable rules={local} act="switchOn" onChoose={setSubject} />
      </Section>
      <Section title="国家规则的加严" remark="只能比国家规则更严">
        <RuleTable rules={national} act="tighten" onChoose={setSubject} />
      </Section>
      <Section
        title="本地新增的期限"
        remark="两个时间之间的期限"
        more={
          <button type="button" className="link" onClick={() => setSubject({ act: 'add' })}>
            新增一条
          </button>
        }
      >
        <AddedTable lines={added} facts={overview.facts} onChoose={setSubject} />
      </Section>
      <Section
        title="条文尚待确认的硬性规则"
        remark="依据不是原文，先按提醒处理；核到原文并确认后，才会阻断"
      >
        <WeakRules rules={weak} />
      </Section>
      {subject !== undefined && (
        <EntryDialog
          subject={subject}
          facts={overview.facts}
          today={today}
          onClose={() => setSubject(undefined)}
        />
      )}
    </div>
  );
}
