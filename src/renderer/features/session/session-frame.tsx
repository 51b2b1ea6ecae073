import type { ReactNode } from 'react';

type Step = { readonly title: string; readonly remark: string };

/** The left column of everything before the desk: who we are, where we are, what is promised. */
export function SessionFrame({
  steps,
  current,
  children,
}: {
  steps: readonly Step[];
  current: number;
  children: ReactNode;
}) {
  return (
    <div className="session">
      <aside className="session-side">
        <div className="session-mark">
          <svg
            width="28"
            height="28"
            viewBox="0 0 20 20"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
            aria-hidden="true"
          >
            <rect x="1.500" y="1.500" width="12" height="12" />
            <rect x="6.500" y="6.500" width="12" height="12" />
            <rect x="8" y="8" width="4.500" height="4.500" fill="currentColor" stroke="none" />
          </svg>
          双覆盖工作台
        </div>
        <p className="muted">发展党员与两个覆盖，一册账本</p>
        {steps.length > 0 && (
          <ol className="session-steps" aria-label="首次启动的步骤">
            {steps.map((step, index) => (
              <li key={step.title} aria-current={index === current ? 'step' : undefined}>
                <i>{index + 1}</i>
                <span>
                  <b>{step.title}</b>
                  <small>{step.remark}</small>
                </span>
              </li>
            ))}
          </ol>
        )}
        <ul className="session-promises">
          <li>账本只存在这台电脑上，本程序不联网。</li>
          <li>口令不保存，也没有人能代为找回。</li>
          <li>离开几分钟自动锁定，未提交的内容加密保存。</li>
        </ul>
      </aside>
      <div className="session-main">{children}</div>
    </div>
  );
}
