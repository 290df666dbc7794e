import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { dayName, timeOfDay } from './format.ts';
import { icons } from './icons.ts';
import { base } from './styles/base.ts';
import type { SessionSummary } from './wire.ts';

/** The reader's earlier conversations, to pick one up again. */
export class SessionList extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
        overflow-y: auto;
      }
      .top {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 8px 10px;
      }
      h3 {
        margin: 0;
        font-size: 15px;
        font-weight: 650;
      }
      p {
        margin: 0;
        padding: 8px 16px;
        color: var(--_muted);
      }
      ul {
        margin: 0;
        padding: 0 10px 10px;
        list-style: none;
      }
      li button {
        display: block;
        width: 100%;
        min-height: 56px;
        padding: 10px 12px;
        border: 0;
        border-radius: 12px;
        background: none;
        text-align: start;
      }
      li button:hover,
      li button[aria-current] {
        background: var(--_bubble);
      }
      b {
        display: block;
        overflow: hidden;
        font-weight: 600;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      small {
        font-size: 12.5px;
        color: var(--_muted);
      }
    `,
  ];
  static override properties = {
    load: { attribute: false },
    pick: { attribute: false },
    back: { attribute: false },
    current: {},
    sessions: { state: true },
    failed: { state: true },
  };
  declare load: () => Promise<SessionSummary[]>;
  declare pick: (sessionId: string) => void;
  declare back: () => void;
  declare current: string | undefined;
  declare sessions: SessionSummary[] | undefined;
  declare failed: boolean;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('button')?.focus();
    void this.fetch();
  }

  private async fetch(): Promise<void> {
    this.failed = false;
    try {
      this.sessions = await this.load();
    } catch {
      this.failed = true;
    }
  }

  protected override render(): TemplateResult {
    return html`
      <div class="top">
        <button class="icon-button" aria-label="Back to the conversation" @click=${() => this.back()}>
          ${icons.back()}
        </button>
        <h3>Your conversations</h3>
      </div>
      <div aria-live="polite">${this.renderBody()}</div>
    `;
  }

  private renderBody(): TemplateResult {
    if (this.failed) {
      return html`<p>
        They could not be loaded. <button class="button" @click=${() => this.fetch()}>Try again</button>
      </p>`;
    }
    if (!this.sessions) return html`<p>Loading…</p>`;
    if (!this.sessions.length) return html`<p>There are none yet.</p>`;
    const now = new Date();
    return html`<ul>
      ${this.sessions.map(
        ({ id, title, lastMessageAt }) =>
          html`<li>
            <button aria-current=${id === this.current ? 'true' : nothing} @click=${() => this.pick(id)}>
              <b>${title || 'Conversation'}</b>
              <small>${dayName(lastMessageAt, now)}, ${timeOfDay(lastMessageAt)}</small>
            </button>
          </li>`,
      )}
    </ul>`;
  }
}

if (!customElements.get('nexora-session-list')) customElements.define('nexora-session-list', SessionList);
