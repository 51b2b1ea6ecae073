import type { Columns } from '../columns/columns';
import type { Ledger } from '../ledger/ledger';
import type { OpenReport } from '../ledger/open-ledger';
import { readOnlyOf, reportNotices } from '../use-cases/ledger-words';
import type { HowOpened, Notices } from './opening';
import { lookAtPlace, placeNotices } from './place-risk';
import type { Opened, SessionParts } from './session-parts';

type Arriving = {
  readonly ledger: Ledger<Columns>;
  readonly how: HowOpened;
  readonly report?: OpenReport;
  /** What it was opened with, where that was the recovery code. */
  readonly recoveryCode?: string;
};

/** The ledger is open: it goes to the desk, and the user is told what opening found and what speaks against its place. */
export async function arrive(
  { found, rooms, onOpen }: SessionParts,
  { ledger, how, report, recoveryCode }: Arriving,
): Promise<Opened> {
  const damage = report === undefined ? [] : reportNotices(report, ledger.history);
  const said = await onOpen({ ledger, how, report, recoveryCode });
  const place = placeNotices(lookAtPlace(found.folder));
  const notices = [...damage, ...place, ...mirrorAway(ledger, rooms), ...said];
  return { ok: true, value: { notices, ...readOnlyOf(ledger.failure) } };
}

function mirrorAway(
  { vaultId, mirrorState }: Ledger<Columns>,
  { mirror }: SessionParts['rooms'],
): Notices {
  const name = mirror.name(Buffer.from(vaultId, 'base64'));
  if (name === undefined || mirrorState !== 'none') return [];
  return [
    {
      code: 'W-404',
      message: `镜像文件夹“${name}”没有找到，这次只写入账本自己的文件夹，数据没有变化。接好后重新打开，会自动补齐。[W-404]`,
    },
  ];
}
