import { useState } from 'react';
import { estimateStrength, strengthWords } from '../../../core/passphrase/estimate';
import { StatusMark } from '../../components/status-mark';

type Props = {
  readonly value: string;
  readonly again: string;
  readonly onChange: (value: string, again: string) => void;
};

/** Two fields, the ladder of strength, and why. */
export function PassphraseFields({ value, again, onChange }: Props) {
  const [isShown, setShown] = useState(false);
  const strength = estimateStrength(value);
  const type = isShown ? 'text' : 'password';
  return (
    <>
      <div className="field is-large">
        <label htmlFor="passphrase">口令</label>
        <button type="button" className="link show" onClick={() => setShown(!isShown)}>
          {isShown ? '隐藏' : '显示'}
        </button>
        <input
          id="passphrase"
          type={type}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value, again)}
          autoFocus
        />
      </div>
      <div
        className="ladder"
        role="meter"
        aria-label="口令强度"
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuenow={value === '' ? 0 : strength.level}
      >
        {strengthWords.map((word, level) => (
          <span key={word} className={value !== '' && level <= strength.level ? 'is-reached' : ''}>
            <i />
            {level === strength.level && value !== '' ? <b>{word}</b> : word}
          </span>
        ))}
      </div>
      {value !== '' && (
        <p className="strength">
          <b>强度：{strengthWords[strength.level]}。</b>
          {strength.reason}
        </p>
      )}
      <div className="field is-large">
        <label htmlFor="passphrase-again">再输入一次</label>
        <input
          id="passphrase-again"
          type={type}
          autoComplete="off"
          value={again}
          onChange={(event) => onChange(value, event.target.value)}
        />
        {again !== '' &&
          (value === again ? (
            <StatusMark kind="done">两次一致</StatusMark>
          ) : (
            <StatusMark kind="soon">两次不一致</StatusMark>
          ))}
      </div>
    </>
  );
}
