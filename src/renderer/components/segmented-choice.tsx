import { useId } from 'react';
import './segmented-choice.css';

export type Choice<Value extends string> = { readonly value: Value; readonly label: string };

export type SegmentedChoiceProps<Value extends string> = {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** In a row of acts the words of the choices say enough; the label stays for screen readers. */
  readonly isInline?: boolean;
};

/** A few exclusive choices side by side; native radios bring the arrow keys. */
export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={props.isInline === true ? 'segmented is-inline' : 'segmented'}>
      <legend className={props.isInline === true ? 'visually-hidden' : ''}>{props.label}</legend>
      <div className="segmented-track">
        {props.choices.map((choice) => (
          <label key={choice.value} className={choice.value === props.value ? 'is-chosen' : ''}>
            <input
              type="radio"
              name={name}
              checked={choice.value === props.value}
              onChange={() => props.onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
