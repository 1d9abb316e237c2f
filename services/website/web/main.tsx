import { createRoot } from 'react-dom/client';
import { LanguageProvider } from './language/language.js';
import './look/base.css';
import './look/controls.css';
import './look/layout.css';
import { Page } from './page.js';

createRoot(document.getElementById('page')!).render(
  <LanguageProvider>
    <Page />
  </LanguageProvider>,
);
