import { useState } from 'react';
import type { OverlayPaper } from '../../../contract/overlay';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import { FactDateInput } from '../../components/fact-date-input';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { readTypedDate } from '../../lib/typed-date';
import { useAct } from '../../lib/use-act';
import { TextField } from './entry-fields';

/** The paper as a whole: its name, who issued it and when. */
export function PaperForm({ paper }: { readonly paper: OverlayPaper }) {
  const [name, setName] = useState(paper.name);
  const [issuedBy, setIssuedBy] = useState(paper.issuedBy);
  const [issuedOn, setIssuedOn] = useState<string>(paper.issuedOn ?? '');
  const { isBusy, failure, run } = useAct();
  const day = readTypedDate(issuedOn);
  const isReady = name.trim() !== '' && (day === '' || isCalendarDate(day));
  const isChanged =
    name !== paper.name || issuedBy !== paper.issuedBy || day !== (paper.issuedOn ?? '');
  const save = async () => {
    if (!isReady || !isChanged || isBusy) return;
    const dated = isCalendarDate(day) ? { issuedOn: day } : {};
    await run(() => askVault('overlay.savePaper', { name: name.trim(), issuedBy, ...dated }));
  };
  return (
    <form
      aria-label="口径文件"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => onFormKey(event, () => void save())}
    >
      <div className="form-grid">
        <TextField id="paper-name" label="名称" value={name} onChange={setName} />
        <TextField id="paper-issuer" label="发文单位" value={issuedBy} onChange={setIssuedBy} />
        <FactDateInput id="paper-issued" label="发文日期" value={issuedOn} onChange={setIssuedOn} />
      </div>
      <FailureBanner failure={failure} />
      {isChanged && (
        <div className="form-acts">
          <button
            type="button"
            className="button is-primary"
            disabled={!isReady || isBusy}
            onClick={() => void save()}
          >
            保存名称和发文
          </button>
        </div>
      )}
    </form>
  );
}
