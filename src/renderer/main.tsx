import './lib/trusted-types';
import './lib/zod-without-eval';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import './styles/components.css';
import { App } from './app/app';

const place = document.getElementById('desk');
if (place === null) throw new Error('index.html has no #desk');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
