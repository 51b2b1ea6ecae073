import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { askShell } from '../lib/desk';
import { longDate } from '../lib/format';
import { useNavigation } from '../lib/navigation';
import { breakPages } from './break-pages';
import { PageHead } from './page-head';
import './official-document.css';

export type OfficialDocumentProps = {
  readonly title: string;
  readonly suggestedName: string;
  readonly paragraphs: readonly string[];
  readonly signature: string;
  readonly on: string;
};

const a4 = { paper: 'A4', isLandscape: false } as const;

/** A document in the 公文 dialect (GB/T 9704): what stands on screen is what is printed, page by page. */
export function OfficialDocument(props: OfficialDocumentProps) {
  const { back } = useNavigation();
  const [notice, setNotice] = useState('');
  const measure = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<readonly (readonly number[])[]>([]);
  const key = props.paragraphs.join('\n');
  usePlainPage();
  useLayoutEffect(() => {
    const heights = [...(measure.current?.children ?? [])].map((each) => each.clientHeight);
    const [heading = 0, ...rest] = heights;
    setPages(breakPages(rest, { page: pageHeight(measure.current), heading }));
  }, [key]);

  async function save(): Promise<void> {
    const result = await askShell('shell.savePdf', { suggestedName: props.suggestedName, ...a4 });
    if (!result.ok) setNotice(result.failure.message);
    else if (result.value.status === 'saved') setNotice(`已存为 ${result.value.fileName}`);
  }
  async function print(): Promise<void> {
    const result = await askShell('shell.print', a4);
    if (!result.ok) setNotice(result.failure.message);
    else if (result.value.status === 'noPrinter')
      setNotice('这台电脑没有装打印机，没有打印。可以另存为版式文件，带到别处打印。');
  }

  return (
    <div className="page-scroll document-page">
      <PageHead title={props.title} sentence={notice}>
        <button type="button" className="button" onClick={back}>
          返回
        </button>
        <button type="button" className="button" onClick={() => void print()}>
          打印
        </button>
        <button type="button" className="button is-primary" onClick={() => void save()}>
          版式文件（PDF）
        </button>
      </PageHead>
      <div className="document-text document-measure" ref={measure} aria-hidden="true">
        <h2>{props.title}</h2>
        {lines(props).map((text, index) => (
          <p key={index}>{text}</p>
        ))}
      </div>
      <div className="document-stack">
        {pages.map((page, index) => (
          <section
            className="sheet document-sheet"
            key={index}
            aria-label={`第 ${index + 1} 页，共 ${pages.length} 页`}
          >
            <div className="document-text">
              {index === 0 && <h2>{props.title}</h2>}
              {page.map((paragraph) => (
                <p
                  key={paragraph}
                  className={paragraph >= props.paragraphs.length ? 'is-signature' : ''}
                >
                  {lines(props)[paragraph]}
                </p>
              ))}
            </div>
            <p className={index % 2 === 0 ? 'document-number is-odd' : 'document-number'}>
              — {index + 1} —
            </p>
          </section>
        ))}
      </div>
    </div>
  );
}

const lines = ({ paragraphs, signature, on }: OfficialDocumentProps): string[] => [
  ...paragraphs,
  signature,
  longDate(on),
];

/** Height of the text area, read from the same rule the sheets use. */
function pageHeight(element: HTMLElement | null): number {
  const value = element === null ? '' : getComputedStyle(element).getPropertyValue('min-height');
  return Number.parseFloat(value) || 1;
}

/** The sheets bring their own margins. */
function usePlainPage(): void {
  useEffect(() => {
    const style = new CSSStyleSheet();
    style.replaceSync('@page { size: 210mm 297mm; margin: 0 }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== style);
    };
  }, []);
}
