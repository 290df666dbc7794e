import { NexoraChat } from './nexora-chat.ts';

export { NexoraChat };

/**
 * `<script type="module" src="…/widget.js" data-auto>` puts the chat on the page, unless the page has one already.
 * `data-company`, `data-heading`, `data-api-base`, `data-theme` and `data-open` become the element's attributes.
 */
function embed(): void {
  const tags = document.querySelectorAll<HTMLScriptElement>('script[data-auto][src]');
  const own = [...tags].find((tag) => tag.src === import.meta.url);
  if (!own || own.dataset['auto'] === 'false' || document.querySelector('nexora-chat')) return;
  const chat = document.createElement('nexora-chat');
  for (const name of ['company', 'heading', 'api-base', 'theme', 'open']) {
    const value = own.getAttribute(`data-${name}`);
    if (value !== null) chat.setAttribute(name, value);
  }
  document.body.append(chat);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', embed, { once: true });
else embed();
