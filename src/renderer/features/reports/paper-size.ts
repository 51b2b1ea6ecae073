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

/** Below this width a column no longer holds its figures at full type size. */
const narrowColumnMillimetres = 14;

/** 10.5 pt as a form has it; smaller where many columns share a narrow sheet. */
export function typeSize(choice: PaperChoice, columns: number): string {
  return paperSize(choice).width / Math.max(1, columns) < narrowColumnMillimetres
    ? '8pt'
    : '10.5pt';
}

/** Custom properties every sheet below the element takes its size and type from. */
export function sheetVariables(choice: PaperChoice, columns: number): CSSProperties {
  const { width, height } = paperSize(choice);
  const variables = {
    '--sheet-width': `${width}mm`,
    '--sheet-height': `${height}mm`,
    '--sheet-type': typeSize(choice, columns),
  };
  return variables as CSSProperties;
}

/** The margins are the sheet's own padding, so the page itself has none. */
export function pageRule(choice: PaperChoice): string {
  const { width, height } = paperSize(choice);
  return `@page { size: ${width}mm ${height}mm; margin: 0 }`;
}
