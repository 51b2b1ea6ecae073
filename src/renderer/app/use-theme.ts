import { useEffect } from 'react';
import type { Settings } from '../../core/records/settings';

/** Light, dark, or what the system says; one attribute on the root, all colours follow. */
export function useTheme(theme: Settings['theme'] | undefined): void {
  useEffect(() => {
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    const show = () => {
      const isDark = theme === 'dark' || (theme === 'system' && system.matches);
      document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
    };
    show();
    system.addEventListener('change', show);
    return () => system.removeEventListener('change', show);
  }, [theme]);
}
