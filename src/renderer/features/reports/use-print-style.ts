import { useEffect } from 'react';
import { pageRule, type PaperChoice } from './paper-size';

/** A constructed sheet, because the policy allows no style element without the page's nonce. */
export function usePrintStyle({ paper, isLandscape }: PaperChoice): void {
  useEffect(() => {
    const style = new CSSStyleSheet();
    style.replaceSync(pageRule({ paper, isLandscape }));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style);
    };
  }, [paper, isLandscape]);
}
