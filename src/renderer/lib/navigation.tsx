import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { OrganizationFilter } from '../../contract/coverage';
import type { DueBucket, ReportId } from '../../contract/desk-work';
import type { PersonFilter } from '../../contract/people';
import type { RegisterSubject } from '../../contract/register';

/** Parts of the page 新就业群体. */
export type NewGroupsTab = 'goal' | 'platforms' | 'people' | 'stations' | 'requests';

/** Every page of the desk and what it needs to know to open. */
export type Place =
  | { readonly page: 'home' }
  | { readonly page: 'deadlines'; readonly bucket: DueBucket }
  | { readonly page: 'snoozes' }
  | { readonly page: 'people'; readonly filter?: PersonFilter }
  | { readonly page: 'newPerson' }
  | { readonly page: 'quotas' }
  | { readonly page: 'person'; readonly id: string }
  | { readonly page: 'meetings' }
  | { readonly page: 'newMeeting'; readonly branchId?: string }
  | { readonly page: 'meeting'; readonly id: string }
  | { readonly page: 'audit'; readonly rule?: string }
  | { readonly page: 'coverage' }
  | { readonly page: 'gaps'; readonly rule?: string }
  | { readonly page: 'unions' }
  | { readonly page: 'organizations'; readonly filter?: OrganizationFilter }
  | { readonly page: 'organization'; readonly id: string }
  | { readonly page: 'newOrganization' }
  | { readonly page: 'newGroups'; readonly tab?: NewGroupsTab }
  | { readonly page: 'station'; readonly id: string }
  | { readonly page: 'newStation' }
  | { readonly page: 'request'; readonly id: string }
  | { readonly page: 'newRequest' }
  | { readonly page: 'instructors' }
  | { readonly page: 'instructor'; readonly id: string }
  | { readonly page: 'newInstructor' }
  | { readonly page: 'associations' }
  | { readonly page: 'partyOrganizations' }
  | { readonly page: 'partyOrganization'; readonly id: string }
  | { readonly page: 'reconciliation' }
  | { readonly page: 'merge'; readonly subject: RegisterSubject; readonly id: string }
  | { readonly page: 'areas' }
  | { readonly page: 'carriers' }
  | { readonly page: 'imports' }
  | { readonly page: 'reports'; readonly report?: ReportId; readonly personId?: string }
  | { readonly page: 'history' }
  | { readonly page: 'backups' }
  | { readonly page: 'trail' }
  | { readonly page: 'settings' }
  | { readonly page: 'overlay' };

type Navigation = {
  readonly place: Place;
  readonly go: (place: Place) => void;
  readonly back: () => void;
  readonly canGoBack: boolean;
  /** What pages want to find again when they are opened anew: filters, positions, selections. */
  readonly memory: Map<string, unknown>;
};

const home: Place = { page: 'home' };

const NavigationContext = createContext<Navigation | undefined>(undefined);

export function NavigationProvider({ children }: { children: ReactNode }) {
  const [trail, setTrail] = useState<readonly Place[]>([home]);
  const [memory] = useState(() => new Map<string, unknown>());
  const go = useCallback((place: Place) => setTrail((last) => [...last.slice(-50), place]), []);
  const back = useCallback(
    () => setTrail((last) => (last.length > 1 ? last.slice(0, -1) : last)),
    [],
  );
  const value = useMemo(
    () => ({ place: trail.at(-1) ?? home, go, back, canGoBack: trail.length > 1, memory }),
    [trail, go, back, memory],
  );
  return <NavigationContext value={value}>{children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = use(NavigationContext);
  if (navigation === undefined) throw new Error('useNavigation needs a NavigationProvider');
  return navigation;
}

/** State that survives going to another page and back. */
export function usePageState<Value>(key: string, initial: Value): [Value, (next: Value) => void] {
  const { memory } = useNavigation();
  const [value, setValue] = useState<Value>(() =>
    memory.has(key) ? (memory.get(key) as Value) : initial,
  );
  const set = useCallback(
    (next: Value) => {
      memory.set(key, next);
      setValue(next);
    },
    [key, memory],
  );
  return [value, set];
}
