import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { announcement } from './announcement.ts';
import { createApiClient } from './api-client.ts';
import './chat-composer.ts';
import type { ChatComposer } from './chat-composer.ts';
import './chat-header.ts';
import type { ChatHeader, HeaderActions } from './chat-header.ts';
import './chat-log.ts';
import type { ChatLog, LogActions } from './chat-log.ts';
import { createConversation, type Conversation } from './conversation-controller.ts';
import type { ConversationState } from './conversation-state.ts';
import { icons } from './icons.ts';
import { createBrowserNetwork } from './network.ts';
import './session-list.ts';
import { createSessionStore } from './session-store.ts';
import { base } from './styles/base.ts';
import { panelStyles } from './styles/panel.ts';
import { theme } from './styles/theme.ts';

const announcementsKept = 3;

/**
 * The chat as a web component: a launcher in the page's corner and the panel that it opens.
 * Attributes: `api-base` (default: where the script comes from), `company`, `heading`, `open`, `theme` (`light`, `dark`).
 */
export class NexoraChat extends LitElement {
  static override styles = [theme, base, panelStyles];
  static override properties = {
    apiBase: { attribute: 'api-base' },
    company: {},
    heading: {},
    open: { type: Boolean, reflect: true },
    state: { state: true },
    view: { state: true },
    unread: { state: true },
    announcements: { state: true },
    editing: { state: true },
  };
  declare apiBase: string;
  declare company: string;
  declare heading: string;
  declare open: boolean;
  declare private state: ConversationState | undefined;
  declare private view: 'chat' | 'sessions';
  declare private unread: number;
  declare private announcements: { id: string; text: string }[];
  /** The entry that the reader says anew. */
  declare private editing: string | undefined;
  private conversation: Conversation | undefined;
  private storageKey = '';

  constructor() {
    super();
    this.apiBase = '';
    this.company = 'nexora';
    this.heading = '';
    this.open = false;
    this.view = 'chat';
    this.unread = 0;
    this.announcements = [];
  }

  show(): void {
    this.open = true;
  }

  hide(): void {
    this.open = false;
  }

  /** Opens the panel and sends a message in the reader's name. */
  ask(text: string): void {
    this.open = true;
    this.connect().send(text);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('storage', this.onStorage);
    if (this.hasUpdated && this.open) this.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('storage', this.onStorage);
    this.disconnect();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (this.hasUpdated && (changed.has('apiBase') || changed.has('company'))) this.disconnect();
    if (this.open) this.connect();
    if (changed.has('open') && this.open) this.unread = 0;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (!changed.has('open') || changed.get('open') === undefined) return;
    if (this.open) void this.focusInput();
    else this.renderRoot.querySelector<HTMLElement>('.launcher')?.focus();
  }

  /** The conversation begins with the first opening: a page that nobody chats on makes no calls. */
  private connect(): Conversation {
    if (this.conversation) return this.conversation;
    const origin = new URL(this.apiBase || new URL(import.meta.url).origin, document.baseURI);
    const { company } = this;
    const store = createSessionStore({ storage: localStorageOf(window), origin: origin.origin, company });
    const api = createApiClient({ base: origin.href.replace(/\/+$/, ''), company, store });
    const conversation = createConversation({ api, store, network: createBrowserNetwork(window) });
    this.storageKey = store.key;
    this.conversation = conversation;
    this.state = conversation.state;
    conversation.subscribe((state) => this.onState(state));
    conversation.start();
    return conversation;
  }

  private disconnect(): void {
    this.conversation?.dispose();
    this.conversation = undefined;
    this.state = undefined;
    this.view = 'chat';
  }

  private readonly onStorage = (event: StorageEvent): void => {
    if (event.key === this.storageKey) this.conversation?.syncIdentity();
  };

  private onState(state: ConversationState): void {
    const before = this.state;
    this.state = state;
    const streaming = new Set(before?.entries.filter(isStreaming).map((entry) => entry.id));
    const known = new Set(before?.entries.map((entry) => entry.id));
    for (const entry of state.entries) {
      if (entry.kind !== 'assistant' || entry.state !== 'done') continue;
      // What a person says comes whole.
      const isNew = streaming.has(entry.id) || (known.size > 0 && !known.has(entry.id) && isFresh(entry));
      if (!isNew) continue;
      this.announcements = [...this.announcements, { id: entry.id, text: announcement(entry) }].slice(
        -announcementsKept,
      );
      if (!this.open) this.unread += 1;
    }
    if (this.open && state.signIn && !before?.signIn) void this.focusSignIn();
    if (this.open && !state.signIn && before?.signIn) void this.focusInput();
  }

  /** Into the message field; on touch screens only into the panel, for the keyboard would cover half of it. */
  private async focusInput(): Promise<void> {
    await this.updateComplete;
    if (matchMedia('(pointer: coarse)').matches) return this.renderRoot.querySelector<HTMLElement>('.panel')?.focus();
    await this.composer?.updateComplete;
    this.composer?.focus();
  }

  private async focusSignIn(): Promise<void> {
    await this.updateComplete;
    if (this.composer?.text.trim()) return;
    await this.log?.updateComplete;
    this.log?.focusSignIn();
  }

  private get composer(): ChatComposer | null {
    return this.renderRoot.querySelector<ChatComposer>('nexora-composer');
  }

  private get log(): ChatLog | null {
    return this.renderRoot.querySelector<ChatLog>('nexora-chat-log');
  }

  private readonly logActions: LogActions = {
    say: (text) => {
      this.conversation?.send(text);
      void this.focusInput();
    },
    retry: (entryId) => this.conversation?.retry(entryId),
    edit: (entryId) => {
      const text = this.conversation?.takeBack(entryId);
      if (text) this.composer?.restore(text);
      this.composer?.focus();
    },
    change: (entryId) => {
      const entry = this.state?.entries.find((each) => each.id === entryId);
      if (entry?.kind !== 'user') return;
      this.editing = entryId;
      this.composer?.replace(entry.text);
      this.composer?.focus();
    },
    react: (entryId, value) => void this.conversation?.react(entryId, value),
    signIn: () => this.conversation?.requestSignIn(),
    submitSignIn: (email, password) => void this.conversation?.signIn(email, password),
    dismissSignIn: () => this.conversation?.dismissSignIn(),
    reload: () => this.conversation?.reload(),
  };

  private readonly sendTyped = (text: string): void => {
    const { editing } = this;
    this.editing = undefined;
    if (editing === undefined) this.conversation?.send(text);
    else void this.conversation?.edit(editing, text);
  };
  private readonly tellTyping = (): void => this.conversation?.typing();
  private readonly stopEditing = (): void => void (this.editing = undefined);

  private readonly headerActions: HeaderActions = {
    signIn: () => {
      this.view = 'chat';
      this.conversation?.requestSignIn();
      void this.focusSignIn();
    },
    signOut: () => this.startOver((conversation) => conversation.signOut()),
    newConversation: () => this.startOver((conversation) => conversation.newConversation()),
    showSessions: () => (this.view = 'sessions'),
    close: () => this.hide(),
  };

  private startOver(change: (conversation: Conversation) => void): void {
    this.view = 'chat';
    this.announcements = [];
    this.editing = undefined;
    if (this.conversation) change(this.conversation);
    void this.focusInput();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    if (this.renderRoot.querySelector<ChatHeader>('nexora-chat-header')?.closeMenu()) return;
    if (this.view === 'sessions') this.startOver(() => undefined);
    else this.hide();
  }

  protected override render(): TemplateResult {
    const heading = this.heading || this.state?.info.assistantName || 'Chat';
    const label = this.unread ? `Open the chat, ${this.unread} new` : 'Open the chat';
    return html`
      <button class="launcher" aria-label=${label} aria-haspopup="dialog" ?hidden=${this.open} @click=${this.show}>
        ${icons.chat()} ${this.unread ? html`<span class="badge" aria-hidden="true">${this.unread}</span>` : nothing}
      </button>
      <div role="log" aria-live="polite" aria-label="Answers" class="visually-hidden">
        ${this.announcements.map(({ text }) => html`<p>${text}</p>`)}
      </div>
      ${this.state ? this.renderPanel(heading, this.state) : nothing}
    `;
  }

  private renderPanel(heading: string, state: ConversationState): TemplateResult {
    return html`
      <div class="panel" role="dialog" tabindex="-1" aria-label=${heading} ?hidden=${!this.open} @keydown=${this.onKey}>
        <nexora-chat-header
          .heading=${this.heading}
          .link=${state.link}
          .speaker=${state.speaker}
          .info=${state.info}
          .user=${state.user}
          .actions=${this.headerActions}
        ></nexora-chat-header>
        ${
          this.view === 'sessions'
            ? html`<nexora-session-list
                .load=${() => this.connect().sessions()}
                .pick=${(id: string) => this.startOver((conversation) => conversation.openSession(id))}
                .rename=${(id: string, title: string) => this.connect().rename(id, title)}
                .discard=${(id: string) => this.connect().remove(id)}
                .back=${() => this.startOver(() => undefined)}
                .current=${state.sessionId}
              ></nexora-session-list>`
            : html`<nexora-chat-log .conversation=${state} .actions=${this.logActions}></nexora-chat-log>`
        }
        <nexora-composer
          ?hidden=${this.view === 'sessions'}
          .say=${this.sendTyped}
          .typing=${this.tellTyping}
          .editing=${this.editing !== undefined}
          .dismiss=${this.stopEditing}
        ></nexora-composer>
      </div>
    `;
  }
}

/** It came just now, as opposed to with the conversation's history. */
const isFresh = (entry: { at: string; isPerson?: boolean }) =>
  entry.isPerson === true && Date.now() - Date.parse(entry.at) < 60_000;

const isStreaming = (entry: ConversationState['entries'][number]) =>
  entry.kind === 'assistant' && entry.state === 'streaming';

/** localStorage, where the page may use it: some browsers throw on the mere access. */
function localStorageOf(page: Window): Storage | undefined {
  try {
    return page.localStorage;
  } catch {
    return undefined;
  }
}

if (!customElements.get('nexora-chat')) customElements.define('nexora-chat', NexoraChat);
