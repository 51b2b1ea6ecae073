import { CitationTag } from '../../components/citation-tag';
import { FailureBanner, Loading } from '../../components/notices';
import { Section } from '../../components/page-head';
import { StageMark } from '../../components/stage-mark';
import { StatusMark } from '../../components/status-mark';
import { toneOfDays } from '../../components/status-of-days';
import { daysWords } from '../../lib/format';
import { useNavigation } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { GateList } from './gate-list';
import { MaskedValue } from './masked-value';

/** One person beside the list: what is next, by when, and whether it can be done. */
export function PersonDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { go } = useNavigation();
  const { data, failure } = useVaultQuery('people.get', { id });
  if (data === undefined)
    return (
      <aside className="page-side">
        {failure === undefined ? <Loading /> : <FailureBanner failure={failure} />}
      </aside>
    );
  const { record, next } = data;
  return (
    <aside className="page-side" aria-label={`${record.name}的概况`}>
      <div className="drawer-head">
        <h2>{record.name}</h2>
        <button type="button" className="link is-plain" aria-label="关闭" onClick={onClose}>
          ×
        </button>
      </div>
      <p className="small muted">
        {[record.position, data.branchName].filter(Boolean).join(' • ')}
      </p>
      <StageMark stage={data.stage} words={data.stageWords} />
      {next !== null && (
        <Section
          title="下一步"
          remark={data.nextStep === null ? undefined : `第 ${data.nextStep.step} 步`}
        >
          <p className="drawer-next">{next.title}</p>
          <p>
            {next.bound === 'notBefore' ? '最早' : '最晚'} {next.dueOn}　
            <StatusMark kind={toneOfDays(next.days, next.bound)}>{daysWords(next.days)}</StatusMark>
          </p>
          <p className="small">
            <CitationTag citation={next.citation} />
          </p>
        </Section>
      )}
      {data.nextStep !== null && (
        <Section title={`现在能办第 ${data.nextStep.step} 步吗`}>
          <GateList items={data.gate} isShort />
        </Section>
      )}
      <Section title="身份">
        <dl className="facts">
          <dt>身份证号</dt>
          <dd>
            <MaskedValue id={record.id} field="idNumber" masked={record.idNumber} />
          </dd>
          <dt>联系电话</dt>
          <dd>
            <MaskedValue id={record.id} field="phone" masked={record.phone} />
          </dd>
          <dt>培养联系人</dt>
          <dd>{record.dossier?.mentors?.map(({ name }) => name).join('、') || '未登记'}</dd>
          <dt>入党介绍人</dt>
          <dd>{record.dossier?.introducers?.map(({ name }) => name).join('、') || '未登记'}</dd>
        </dl>
      </Section>
      <div className="form-acts">
        <button type="button" className="button" onClick={() => go({ page: 'person', id })}>
          打开档案
        </button>
      </div>
    </aside>
  );
}
