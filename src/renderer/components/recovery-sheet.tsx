import { longDate } from '../lib/format';

type Props = {
  readonly ledgerNumber: string;
  readonly groups: readonly string[];
  readonly isShown: boolean;
  readonly today: string;
};

/** The sheet as it will be on paper; the code stays masked on screen unless it is copied by hand. */
export function RecoverySheet({ ledgerNumber, groups, isShown, today }: Props) {
  return (
    <div className={isShown ? 'paper is-shown' : 'paper'} aria-label="恢复单">
      <h2>恢复单</h2>
      <p>账本号：{ledgerNumber}</p>
      <p>制　单：{today === '' ? '' : longDate(today)}</p>
      <div className="paper-groups">
        {(groups.length === 0 ? Array.from({ length: 6 }, () => '') : groups).map(
          (group, index) => (
            <span key={index}>
              <span className="masked">•••••</span>
              <span className="code">{group}</span>
            </span>
          ),
        )}
      </div>
      <p className="small">恢复码六组，末组含校验。打印前不在屏幕上显示。</p>
      <hr />
      <ol>
        <li>一、忘记口令时，在解锁页选“用恢复码”，照抄六组。</li>
        <li>二、用过一次后立即换新口令，并重新打印。</li>
        <li>三、本单作废时当面销毁，并登记。</li>
      </ol>
      <div className="paper-sign">
        <span>保管人：</span>
        <span>封存日期：</span>
        <span>存放处：</span>
        <span>启封人：</span>
      </div>
    </div>
  );
}
