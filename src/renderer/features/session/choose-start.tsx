import { FailureBanner, Loading } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';

/** Practice, or the real thing: a worker can look before she types. */
export function ChooseStart({ onDone }: { onDone: () => void }) {
  const { isBusy, failure, run } = useAct();
  async function practise(): Promise<void> {
    const filled = await run(() => askVault('session.fillPractice', {}));
    if (filled !== undefined) onDone();
  }
  return (
    <div className="session-form">
      <h1 className="session-title">选择从哪里开始</h1>
      <FailureBanner failure={failure} />
      <button type="button" className="choice" disabled={isBusy} onClick={onDone}>
        <b>空白账本，或导入手头的工作簿</b>
        <span>进去以后点左下角“导入”，选 Excel 或 CSV 文件。</span>
      </button>
      <button type="button" className="choice" disabled={isBusy} onClick={() => void practise()}>
        <b>演练库</b>
        <span>一个虚构的区：约三千家单位、五千名人员，可以随便试。</span>
      </button>
      {isBusy && <Loading words="正在写入演练数据，约需半分钟" />}
    </div>
  );
}
