import type { NexoraChat } from '../nexora-chat.ts';

/** Buttons with `data-ask` open the chat and say their text there; with an empty text they only open it. */
document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLElement>('[data-ask]');
  const chat = document.querySelector<NexoraChat>('nexora-chat');
  if (!button || !chat) return;
  const text = button.dataset['ask'];
  if (text) chat.ask(text);
  else chat.show();
});
