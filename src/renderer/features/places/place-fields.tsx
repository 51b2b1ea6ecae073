import type { AreaRow } from '../../../contract/register';

type NameProps = { readonly name: string; readonly onName: (name: string) => void };

export function NameField({ name, onName }: NameProps) {
  return (
    <label className="field">
      <span>名称（必填）</span>
      <input
        value={name}
        maxLength={400}
        autoFocus
        onChange={({ target }) => onName(target.value)}
      />
    </label>
  );
}

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly words: Readonly<Record<Value, string>>;
  readonly onPick: (value: Value) => void;
};

export function ChoiceField<Value extends string>({
  label,
  value,
  words,
  onPick,
}: ChoiceProps<Value>) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onPick(target.value as Value)}>
        {Object.entries<string>(words).map(([each, shown]) => (
          <option key={each} value={each}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}

type AreaProps = {
  readonly label: string;
  /** Words of the choice that names no area. */
  readonly none: string;
  readonly areaId: string;
  readonly areas: readonly AreaRow[];
  readonly onPick: (areaId: string) => void;
};

export function AreaField({ label, none, areaId, areas, onPick }: AreaProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={areaId} onChange={({ target }) => onPick(target.value)}>
        <option value="">{none}</option>
        {areas.map(({ id, name, depth }) => (
          <option key={id} value={id}>
            {`${'　'.repeat(depth)}${name}`}
          </option>
        ))}
      </select>
    </label>
  );
}
