import { describe, expect, it } from 'vitest';
import { originWords, without } from '../../../../src/renderer/features/organizations/filter-words';

describe('originWords', () => {
  it('says which part of an indicator the list shows', () => {
    const filter = { indicator: { id: 'organizationCoverage', part: 'denominator' } } as const;
    expect(originWords(filter, undefined)).toEqual(['计入分母']);
  });

  it('names the gap by its title', () => {
    expect(originWords({ gapRule: 'ORG-3' }, '应建未建')).toEqual(['缺口：应建未建']);
  });

  it('says nothing of filters that have a control', () => {
    expect(originWords({ text: '测', areaId: 'a' }, undefined)).toEqual([]);
  });
});

describe('without', () => {
  it('drops the part and keeps the rest', () => {
    expect(without({ text: '测', column: 'site' }, 'column')).toEqual({ text: '测' });
  });
});
