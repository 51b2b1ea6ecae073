import type { ReactNode } from 'react';

const paths = {
  home: 'M3 4h10M3 8h6M3 12h6M11 11l1.5 1.5L15 10',
  people:
    'M4 8a1.5 1.5 0 1 0 0-.01M12 4a1.5 1.5 0 1 0 0-.01M12 12a1.5 1.5 0 1 0 0-.01M5.3 7.2 10.6 4.7M5.3 8.8l5.3 2.5',
  meetings:
    'M2.500 7h11M4 7v6M12 7v6M5.500 4.500a1 1 0 1 0 0-.01M10.500 4.500a1 1 0 1 0 0-.01M5 9.500h6',
  coverage: 'M3 3h7v7H3zM6.500 6.500h7v7h-7z',
  party: 'M6 2.500h4v3.500H6zM2 10h4v3.500H2zM10 10h4v3.500h-4zM8 6v2M4 10V8h8v2',
  newGroups:
    'M4 12.500a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400M12.200 12.500a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400M4 10.300 6.500 5h3l2.700 5.300M5.300 7.500h5.600M9.500 5l-.6-1.800H7.500',
  audit:
    'M7 11.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 1 0 0 9M10.300 10.300 14 14M5 7l1.500 1.500L9.200 5.600',
  reports: 'M5 6V2.500h6V6M3 6h10v5h-2M5 11H3M5 9.500h6v4H5z',
  imports: 'M8 2.500v7M5.300 7 8 9.700 10.700 7M3 11.500v2h10v-2',
  history: 'M8 5v3l2 1.500M2.800 8a5.200 5.200 0 1 0 1.600-3.700L2.800 5.800M2.800 3v2.800h2.800',
  trail: 'M3.500 2.500h6l3 3v8h-9zM9.500 2.500v3h3M5.500 8h5M5.500 10.500h5',
  backups: 'M3 2.500h10v11H3zM3 6h10M6 9.800l1.500 1.500L10.200 8.500',
  settings: 'M3 5h6M12 5h1M3 11h1M7 11h6M9 3.500v3M4.500 9.500v3',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }): ReactNode {
  return (
    <svg
      width="17"
      height="17"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** Two overlapping squares: organisation coverage and work coverage. */
export function Mark({ size = 20 }: { size?: number }): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      <rect x="1.500" y="1.500" width="12" height="12" />
      <rect x="6.500" y="6.500" width="12" height="12" />
      <rect x="8" y="8" width="4.500" height="4.500" fill="currentColor" stroke="none" />
    </svg>
  );
}
