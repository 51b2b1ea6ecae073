/**
 * Which paragraphs stand on which page; heights in one unit, a paragraph is never torn.
 * @example breakPages([3, 3, 3], { page: 7, heading: 1 }) //=> [[0, 1], [2]]
 */
export function breakPages(
  heights: readonly number[],
  { page, heading }: { readonly page: number; readonly heading: number },
): number[][] {
  const pages: number[][] = [[]];
  let left = page - heading;
  for (const [index, height] of heights.entries()) {
    const last = pages.at(-1);
    if (height > left && last !== undefined && last.length > 0) {
      pages.push([]);
      left = page;
    }
    pages.at(-1)?.push(index);
    left -= height;
  }
  return pages;
}
