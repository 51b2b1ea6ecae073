import { useState } from 'react';
import type { Notice } from '../../contract/session';
import { SessionGate } from '../features/session/session-gate';
import { NavigationProvider } from '../lib/navigation';
import { Layout } from './layout';
import { Routes } from './routes';
import { Shortcuts } from './shortcuts';

/** Locked until the vault says otherwise; at lock the whole window is replaced. */
export function App() {
  const [notices, setNotices] = useState<readonly Notice[]>();
  if (notices === undefined) return <SessionGate onOpen={setNotices} />;
  return (
    <NavigationProvider>
      <Shortcuts>
        <Layout notices={notices}>
          <Routes />
        </Layout>
      </Shortcuts>
    </NavigationProvider>
  );
}
