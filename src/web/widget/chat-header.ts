import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ConversationState } from './conversation-state.ts';
import { icons } from './icons.ts';
import { base } from './styles/base.ts';
import type { User, WidgetInfo } from './wire.ts';

export interface HeaderActions {
  signIn(): void;
  signOut(): void;
  newConversation(): void;
  showSessions(): void;
  close(): void;
}

/** Who the reader talks to, with a menu for everything that is not the conversation itself. */
export class ChatHeader extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: relative;
        z-index: 2;
        display: flex;
        align-items: center;
        gap: 12px;
        padding: calc(12px + env(safe-area-inset-top)) 10px 12px 16px;
        border-bottom: 1px solid var(--_line);
        background: var(--_surface);
      }
      .avatar {
        display: grid;
        place-items: center;
        width: 40px;
        height: 40px;
        border-radius: 14px;
        background: var(--_accent);
        color: var(--_on-accent);
      }
      .who {
        flex: 1;
        min-width: 0;
      }
      h2 {
        margin: 0;
        overflow: hidden;
        font-size: 16px;
        font-weight: 650;
        line-height: 1.3;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .status {
        display: flex;
        align-items: center;
        gap: 6px;
        margin: 0;
        font-size: 13px;
        line-height: 1.3;
        color: var(--_muted);
      }
      .status i {
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: light-dark(#1f9d61, #4ccf92);
      }
      .status.off i {
        background: var(--_field-line);
      }
      .menu {
        position: absolute;
        top: calc(100% - 4px);
        inset-inline-end: 10px;
        width: min(264px, calc(100% - 20px));
        padding: 6px;
        border: 1px solid var(--_line);
        border-radius: 14px;
        background: var(--_raised);
        box-shadow: 0 12px 32px -8px rgb(0 0 0 / 30%);
      }
      .menu > :is(button, a) {
        display: flex;
        align-items: center;
        width: 100%;
        min-height: 42px;
        padding: 8px 12px;
        border: 0;
        border-radius: 9px;
        background: none;
        color: var(--_text);
        font-size: 14.5px;
        text-align: start;
        text-decoration: none;
        overflow-wrap: anywhere;
      }
      .menu > :is(button, a):hover {
        background: var(--_bubble);
      }
      .menu small {
        display: block;
        font-size: 12.5px;
        color: var(--_muted);
      }
      .account {
        margin: 0;
        padding: 8px 12px;
        font-size: 13px;
        color: var(--_muted);
        overflow-wrap: anywhere;
      }
      .account b {
        display: block;
        color: var(--_text);
        font-size: 14.5px;
        font-weight: 600;
      }
      hr {
        margin: 6px 12px;
        border: 0;
        border-top: 1px solid var(--_line);
      }
    `,
  ];
  static override properties = {
    heading: {},
    link: {},
    speaker: {},
    info: { attribute: false },
    user: { attribute: false },
    actions: { attribute: false },
    menuOpen: { state: true },
  };
  declare heading: string;
  declare link: 'live' | 'offline' | 'reconnecting';
  declare speaker: ConversationState['speaker'];
  declare info: WidgetInfo;
  declare user: User | undefined;
  declare actions: HeaderActions;
  declare menuOpen: boolean;

  /** Closes the menu; false when it was not open. */
  closeMenu(): boolean {
    if (!this.menuOpen) return false;
    this.menuOpen = false;
    this.renderRoot.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    return true;
  }

  private readonly onOutside = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.menuOpen = false;
  };

  override updated(changed: Map<string, unknown>): void {
    if (!changed.has('menuOpen')) return;
    const change = this.menuOpen ? 'addEventListener' : 'removeEventListener';
    for (const type of ['pointerdown', 'focusin']) document[change](type, this.onOutside);
    if (this.menuOpen) this.renderRoot.querySelector<HTMLElement>('.menu > :is(button, a)')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.menuOpen = false;
    for (const type of ['pointerdown', 'focusin']) document.removeEventListener(type, this.onOutside);
  }

  protected override render(): TemplateResult {
    const { name, assistantName } = this.info;
    const online = this.link === 'live';
    const answers = { assistant: 'replies at once', waiting: 'a person was asked to join', person: 'a person is here' };
    return html`
      <span class="avatar" aria-hidden="true">${icons.home(24)}</span>
      <div class="who">
        <h2 id="heading">${this.heading || assistantName}</h2>
        <p class="status ${online ? '' : 'off'}">
          <i></i>${name} · ${online ? answers[this.speaker] : 'no connection'}
        </p>
      </div>
      <button
        class="icon-button"
        aria-label="Menu"
        aria-expanded=${this.menuOpen ? 'true' : 'false'}
        aria-controls="menu"
        @click=${() => (this.menuOpen = !this.menuOpen)}
      >
        ${icons.more()}
      </button>
      <button class="icon-button" aria-label="Close the chat" @click=${() => this.actions.close()}>
        ${icons.close()}
      </button>
      <div class="menu" id="menu" ?hidden=${!this.menuOpen}>${this.menuOpen ? this.renderMenu() : nothing}</div>
    `;
  }

  private renderMenu(): TemplateResult {
    const { actions, user } = this;
    const { supportPhone, supportEmail, supportHours } = this.info;
    const item = (label: string, run: () => void) =>
      html`<button
        @click=${() => {
          this.menuOpen = false;
          run();
        }}
      >
        ${label}
      </button>`;
    return html`
      ${user ? html`<p class="account">Signed in as <b>${user.name}</b>${user.email}</p>` : nothing}
      ${item('New conversation', actions.newConversation)} ${item('Earlier conversations', actions.showSessions)}
      ${user ? item('Sign out', actions.signOut) : item('Sign in', actions.signIn)}
      ${supportPhone || supportEmail ? html`<hr />` : nothing}
      ${supportPhone ? html`<a href="tel:${supportPhone.replace(/[^\d+]/g, '')}"><span>Call ${supportPhone}${supportHours ? html`<small>${supportHours}</small>` : nothing}</span></a>` : nothing}
      ${supportEmail ? html`<a href="mailto:${supportEmail}">${supportEmail}</a>` : nothing}
    `;
  }
}

if (!customElements.get('nexora-chat-header')) customElements.define('nexora-chat-header', ChatHeader);
