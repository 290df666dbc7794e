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
      li {
        display: flex;
        align-items: center;
        gap: 2px;
      }
      li form {
        display: flex;
        flex: 1;
        gap: 6px;
        padding: 8px 12px;
      }
      input {
        flex: 1;
        min-width: 0;
        min-height: 40px;
        padding: 6px 10px;
        border: 1px solid var(--_field-line);
        border-radius: 10px;
        background: var(--_raised);
      }
      li .danger {
        color: var(--_danger);
      }
      li .open {
        display: block;
        flex: 1;
        min-width: 0;
        min-height: 56px;
        padding: 10px 12px;
        border: 0;
        border-radius: 12px;
        background: none;
        text-align: start;
      }
      li .open:hover,
      li .open[aria-current] {
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
    rename: { attribute: false },
    discard: { attribute: false },
    current: {},
    changing: { state: true },
    sessions: { state: true },
    failed: { state: true },
  };
  declare load: () => Promise<SessionSummary[]>;
  declare pick: (sessionId: string) => void;
  declare back: () => void;
  declare rename: (sessionId: string, title: string) => Promise<void>;
  declare discard: (sessionId: string) => Promise<void>;
  declare current: string | undefined;
  declare sessions: SessionSummary[] | undefined;
  declare failed: boolean;
  /** The one that is being renamed, or is to be deleted if the reader means it. */
  declare changing: { id: string; how: 'rename' | 'remove' } | undefined;

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
    return html`<ul>
      ${this.sessions.map((session) => html`<li>${this.renderSession(session)}</li>`)}
    </ul>`;
  }

  private renderSession({ id, title, lastMessageAt }: SessionSummary): TemplateResult {
    const name = title || 'Conversation';
    const change = (how: 'rename' | 'remove') => () => void (this.changing = { id, how });
    if (this.changing?.id === id)
      return this.changing.how === 'rename' ? this.renderRename(id, name) : this.renderRemove(id);
    return html`
      <button class="open" aria-current=${id === this.current ? 'true' : nothing} @click=${() => this.pick(id)}>
        <b>${name}</b>
        <small>${dayName(lastMessageAt, new Date())}, ${timeOfDay(lastMessageAt)}</small>
      </button>
      <button class="icon-button" aria-label=${`Rename ${name}`} @click=${change('rename')}>${icons.pencil()}</button>
      <button class="icon-button" aria-label=${`Delete ${name}`} @click=${change('remove')}>${icons.bin()}</button>
    `;
  }

  private renderRename(id: string, name: string): TemplateResult {
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const title = String(new FormData(event.target as HTMLFormElement).get('title') ?? '').trim();
      if (title) void this.apply(() => this.rename(id, title));
    };
    return html`<form @submit=${submit} @keydown=${this.onKey}>
      <input name="title" aria-label="Title" maxlength="120" required .value=${name} />
      <button class="button primary">Save</button>
    </form>`;
  }

  private renderRemove(id: string): TemplateResult {
    return html`<form @submit=${(event: Event) => event.preventDefault()} @keydown=${this.onKey}>
      <button type="button" class="button danger" @click=${() => void this.apply(() => this.discard(id))}>
        Delete for good
      </button>
      <button type="button" class="button" @click=${this.keep}>Keep</button>
    </form>`;
  }

  private keep(): void {
    this.changing = undefined;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.keep();
  }

  private async apply(change: () => Promise<void>): Promise<void> {
    try {
      await change();
      this.changing = undefined;
      await this.fetch();
    } catch {
      this.failed = true;
    }
  }

  override updated(changed: Map<string, unknown>): void {
    if (!changed.has('changing')) return;
    const field = this.changing ? 'form :is(input, button)' : '.open';
    if (this.changing || changed.get('changing')) this.renderRoot.querySelector<HTMLElement>(field)?.focus();
  }
}

if (!customElements.get('nexora-session-list')) customElements.define('nexora-session-list', SessionList);
