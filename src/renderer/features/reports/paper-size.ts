import type { CSSProperties } from 'react';

export type Paper = 'A4' | 'A3';
export type PaperChoice = { readonly paper: Paper; readonly isLandscape: boolean };

/** Short and long side in millimetres (ISO 216). */
const sides = { A4: [210, 297], A3: [297, 420] } as const;

export function paperSize({ paper, isLandscape }: PaperChoice): {
  readonly width: number;
  readonly height: number;
} {
  const [short, long] = sides[paper];
  return isLandscape ? { width: long, height: short } : { width: short, height: long };
}

/** Custom properties every sheet below the element takes its size from. */
export function sheetVariables(choice: PaperChoice): CSSProperties {
  const { width, height } = paperSize(choice);
  const variables = { '--sheet-width': `${width}mm`, '--sheet-height': `${height}mm` };
  return variables as CSSProperties;
}

/** The margins are the sheet's own padding, so the page itself has none. */
export function pageRule(choice: PaperChoice): string {
  const { width, height } = paperSize(choice);
  return `@page { size: ${width}mm ${height}mm; margin: 0 }`;
}
