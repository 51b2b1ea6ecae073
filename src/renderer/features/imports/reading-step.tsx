export type ReadingStepProps = {
  readonly fileName: string;
  readonly onStop: () => void;
};

/** Long reading in words and a bar; stopping keeps nothing, for nothing was written. */
export function ReadingStep({ fileName, onStop }: ReadingStepProps) {
  return (
    <div className="progress" role="status">
      <progress aria-label="正在读表" />
      <span>正在读“{fileName}”：解析文件、找表头、逐行核对。账本没有任何变化…</span>
      <button type="button" className="button" onClick={onStop}>
        停止读取
      </button>
    </div>
  );
}
