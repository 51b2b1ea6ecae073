import type { Notice } from '../../contract/session';
import { useState, type ReactNode } from 'react';
import { askShell } from '../lib/desk';
import { longDate, weekdayWords } from '../lib/format';
import { useNavigation, type Place } from '../lib/navigation';
import { useVaultQuery } from '../lib/use-vault-query';
import { useCopiedNumber } from './copied-number';
import { DraftOffer } from './draft-offer';
import { Icon, Mark, type IconName } from './icons';
import { OpeningNotices } from './opening-notices';
import { ReadOnlyBar } from './read-only-bar';
import { SearchBox } from './search-box';
import { useTheme } from './use-theme';

type RailItem = {
  readonly icon: IconName;
  readonly words: string;
  readonly place: Place;
  readonly covers: readonly Place['page'][];
};

const work: readonly RailItem[] = [
  {
    icon: 'home',
    words: '工作台',
    place: { page: 'home' },
    covers: ['home', 'deadlines', 'snoozes'],
  },
  {
    icon: 'people',
    words: '发展党员',
    place: { page: 'people' },
    covers: ['people', 'person', 'newPerson', 'quotas'],
  },
  {
    icon: 'meetings',
    words: '会议',
    place: { page: 'meetings' },
    covers: ['meetings', 'newMeeting', 'meeting'],
  },
  {
    icon: 'coverage',
    words: '两个覆盖',
    place: { page: 'coverage' },
    covers: [
      'coverage',
      'gaps',
      'unions',
      'organizations',
      'organization',
      'newOrganization',
      'reconciliation',
      'instructors',
      'instructor',
      'newInstructor',
      'associations',
      'areas',
      'carriers',
    ],
  },
  {
    icon: 'party',
    words: '党组织',
    place: { page: 'partyOrganizations' },
    covers: ['partyOrganizations', 'partyOrganization'],
  },
  {
    icon: 'newGroups',
    words: '新就业群体',
    place: { page: 'newGroups' },
    covers: ['newGroups', 'station', 'newStation', 'request', 'newRequest'],
  },
  { icon: 'audit', words: '核查', place: { page: 'audit' }, covers: ['audit'] },
  { icon: 'reports', words: '报表打印', place: { page: 'reports' }, covers: ['reports'] },
];
const upkeep: readonly RailItem[] = [
  { icon: 'imports', words: '导入', place: { page: 'imports' }, covers: ['imports'] },
  { icon: 'history', words: '变更记录', place: { page: 'history' }, covers: ['history'] },
  { icon: 'trail', words: '操作记录', place: { page: 'trail' }, covers: ['trail'] },
  { icon: 'backups', words: '备份', place: { page: 'backups' }, covers: ['backups'] },
  { icon: 'settings', words: '设置', place: { page: 'settings' }, covers: ['settings', 'overlay'] },
];

export function Layout({ children, notices }: { children: ReactNode; notices: readonly Notice[] }) {
  const status = useVaultQuery('session.status', {});
  const settings = useVaultQuery('settings.get', {});
  const [later, setLater] = useState<readonly Notice[]>([]);
  useTheme(settings.data?.theme);
  useCopiedNumber();
  return (
    <div className="desk">
      <div className="rail">
        <div className="rail-mark">
          <Mark />
          双覆盖工作台
        </div>
        <nav aria-label="主导航">
          {work.map((item) => (
            <RailButton key={item.words} item={item} />
          ))}
          <div className="rail-gap" />
          {upkeep.map((item) => (
            <RailButton key={item.words} item={item} />
          ))}
        </nav>
        <div className="rail-unit">{settings.data?.unitName}</div>
      </div>
      <div className="bar">
        <SearchBox />
        {status.data?.isPractice === true && (
          <span className="tag practice">演练库：数据均为虚构</span>
        )}
        <span className="bar-space" />
        {status.data !== undefined && (
          <span>
            截至 <b>{longDate(status.data.today)}</b> {weekdayWords(status.data.today)}
          </span>
        )}
        <button
          type="button"
          className="link is-plain"
          onClick={() => void askShell('shell.lock', {})}
        >
          锁定 <kbd className="tag">Ctrl L</kbd>
        </button>
      </div>
      <div className="desk-notices">
        {status.data?.readOnly !== undefined && (
          <ReadOnlyBar readOnly={status.data.readOnly} onNotices={setLater} />
        )}
        <OpeningNotices notices={[...notices, ...later]} />
        <DraftOffer />
      </div>
      {children}
    </div>
  );
}

function RailButton({ item }: { item: RailItem }) {
  const { place, go } = useNavigation();
  const isHere = item.covers.includes(place.page);
  return (
    <button
      type="button"
      className="rail-item"
      aria-current={isHere ? 'page' : undefined}
      onClick={() => go(item.place)}
    >
      <Icon name={item.icon} />
      {item.words}
    </button>
  );
}
