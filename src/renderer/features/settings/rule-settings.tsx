import { useState } from 'react';
import type { Settings } from '../../../core/records/settings';
import { FactDateInput } from '../../components/fact-date-input';
import { Section } from '../../components/page-head';
import { areFixedDays, daysOf } from './fixed-days';
import { IndicatorReading } from './indicator-reading';

const countWords: Readonly<Record<keyof Settings['workCoverageCounts'], string>> = {
  instructor: '党建指导员',
  liaison: '党建联络员',
  union: '工会',
  youthLeague: '团组织',
  womensFederation: '妇联',
  serviceCentre: '党群服务中心（驿站）',
};

type Props = {
  readonly draft: Settings;
  readonly boundary: string;
  readonly onBoundary: (text: string) => void;
  readonly onChange: (patch: Partial<Settings>) => void;
};

/** Where the two texts meet, how days are counted, and what the district settled where the text leaves it open. */
export function RuleSettings({ draft, boundary, onBoundary, onChange }: Props) {
  return (
    <Section title="规则" remark="国家规则不可改动；这里只定两版细则的分界和条文留给各地的口径">
      <div className="form-grid">
        <FactDateInput
          id="boundary"
          label="2026 版细则起用日"
          value={boundary}
          onChange={onBoundary}
        />
        <Choice
          id="postingDay"
          label="公示张贴当天"
          value={String(draft.countsPostingDay)}
          choices={{ true: '计入公示期', false: '不计入（从次日起算）' }}
          onChange={(value) => onChange({ countsPostingDay: value === 'true' })}
        />
        <Choice
          id="rollsOver"
          label="最后期限遇节假日"
          value={String(draft.rollsOverHolidays ?? false)}
          choices={{ false: '不顺延', true: '顺延到下一个工作日' }}
          onChange={(value) => onChange({ rollsOverHolidays: value === 'true' })}
        />
        <Choice
          id="printedEnd"
          label="预备期止日的写法"
          value={draft.printedProbationEnd ?? 'lastDay'}
          choices={{ lastDay: '写最后一日', confirmableDay: '写期满日' }}
          onChange={(value) =>
            onChange({ printedProbationEnd: value === 'lastDay' ? 'lastDay' : 'confirmableDay' })
          }
        />
        <ReviewMode draft={draft} onChange={onChange} />
      </div>
      <fieldset className="checks">
        <legend className="small muted">未建党组织的单位，有下列之一即算有党的工作：</legend>
        {Object.entries(countWords).map(([key, words]) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={draft.workCoverageCounts[key as keyof Settings['workCoverageCounts']]}
              onChange={(event) =>
                onChange({
                  workCoverageCounts: { ...draft.workCoverageCounts, [key]: event.target.checked },
                })
              }
            />{' '}
            {words}
          </label>
        ))}
      </fieldset>
      <IndicatorReading settings={draft} onChange={onChange} />
    </Section>
  );
}

const usualDays = ['06-30', '12-31'];

/** 半年考察 from each person's own day, or on fixed days of the year. */
function ReviewMode({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const mode = draft.reviewMode ?? { kind: 'rolling' as const };
  const [text, setText] = useState(mode.kind === 'fixed' ? mode.days.join('、') : '');
  const isBad = !areFixedDays(draft);
  return (
    <>
      <Choice
        id="reviewMode"
        label="半年考察的时间"
        value={mode.kind}
        choices={{ rolling: '从本人确定之日逐次推算', fixed: '每年固定日期' }}
        onChange={(kind) => {
          setText(usualDays.join('、'));
          onChange({
            reviewMode: kind === 'fixed' ? { kind, days: usualDays } : { kind: 'rolling' },
          });
        }}
      />
      {mode.kind === 'fixed' && (
        <div className="field">
          <label htmlFor="reviewDays">考察的固定日期</label>
          <input
            id="reviewDays"
            value={text}
            aria-invalid={isBad}
            onChange={(event) => {
              setText(event.target.value);
              onChange({ reviewMode: { kind: 'fixed', days: daysOf(event.target.value) } });
            }}
          />
          {isBad && <span className="field-error">写作 06-30、12-31。</span>}
        </div>
      )}
    </>
  );
}

function Choice({
  id,
  label,
  value,
  choices,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly onChange: (value: string) => void;
}) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {Object.entries(choices).map(([stored, words]) => (
          <option key={stored} value={stored}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
