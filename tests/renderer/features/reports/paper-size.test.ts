import { describe, expect, it } from 'vitest';
import {
  pageRule,
  paperSize,
  typeSize,
} from '../../../../src/renderer/features/reports/paper-size';

describe('paperSize', () => {
  it('turns A4 on its side', () => {
    expect(paperSize({ paper: 'A4', isLandscape: false })).toEqual({ width: 210, height: 297 });
    expect(paperSize({ paper: 'A4', isLandscape: true })).toEqual({ width: 297, height: 210 });
  });

  it('knows A3', () => {
    expect(paperSize({ paper: 'A3', isLandscape: true })).toEqual({ width: 420, height: 297 });
  });
});

describe('pageRule', () => {
  it('names the same sheet to the printer, without margins of its own', () => {
    expect(pageRule({ paper: 'A3', isLandscape: true })).toBe(
      '@page { size: 420mm 297mm; margin: 0 }',
    );
  });
});

describe('typeSize', () => {
  it('keeps full size for seventeen columns across A4 landscape', () => {
    expect(typeSize({ paper: 'A4', isLandscape: true }, 17)).toBe('10.5pt');
  });

  it('sets seventeen columns smaller across A4 portrait', () => {
    expect(typeSize({ paper: 'A4', isLandscape: false }, 17)).toBe('8pt');
  });
});
