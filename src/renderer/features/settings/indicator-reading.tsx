import { useState } from 'react';
import type { Settings } from '../../../core/records/settings';
import { stationCheckDays } from '../../../core/regulations/coverage-rules';
import { ChoiceField, InputField } from '../../components/form-field';

type Reading = NonNullable<Settings['indicatorReading']>;

const usual: Reading = { workRate: 'A', shouldBuildRate: 'lenient', socialStaffThreshold: 10 };
const longest = 366;

type Props = {
  readonly settings: Settings;
  readonly onChange: (patch: Partial<Settings>) => void;
};

/** How the indicators are read where the documents leave it open; the reading is printed with the figure. */
export function IndicatorReading({ settings, onChange }: Props) {
  const reading = settings.indicatorReading ?? usual;
  const [days, setDays] = useState(String(settings.stationCheckDays ?? stationCheckDays));
  const set = (patch: Partial<Reading>) => onChange({ indicatorReading: { ...reading, ...patch } });
  const isDays = /^\d{1,3}$/.test(days) && Number(days) >= 1 && Number(days) <= longest;
  return (
    <>
      <div className="form-grid">
        <ChoiceField
          label="工作覆盖率"
          value={reading.workRate}
          options={[
            ['A', 'A：（已建＋未建但有工作）÷ 全部单位'],
            ['B', 'B：未建但有工作 ÷ 未建单位'],
          ]}
          onChange={(value) => set({ workRate: value as Reading['workRate'] })}
        />
        <ChoiceField
          label="应建已建率"
          value={reading.shouldBuildRate}
          options={[
            ['lenient', '单独建立和联合建立都算已建'],
            ['strict', '只有单独建立才算已建'],
          ]}
          onChange={(value) => set({ shouldBuildRate: value as Reading['shouldBuildRate'] })}
        />
        <ChoiceField
          label="10 人以上组织覆盖率里的社会组织"
          value={String(reading.socialStaffThreshold)}
          options={[
            ['10', '从业 10 人以上'],
            ['30', '从业 30 人以上'],
          ]}
          onChange={(value) => set({ socialStaffThreshold: value === '30' ? 30 : 10 })}
        />
        <InputField
          label="驿站多少天内要检查一次"
          value={days}
          problem={isDays ? undefined : '填 1 到 366 的整数'}
          onChange={(value) => {
            setDays(value);
            if (/^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= longest)
              onChange({ stationCheckDays: Number(value) });
          }}
        />
      </div>
      <p className="small muted">选定的口径印在每张统计表的注里。</p>
    </>
  );
}
