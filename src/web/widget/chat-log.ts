import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ConversationState } from './conversation-state.ts';
import { dayName } from './format.ts';
import { icons } from './icons.ts';
import './message-bubble.ts';
import type { MessageActions } from './message-bubble.ts';
import './sign-in-form.ts';
import type { SignInForm } from './sign-in-form.ts';
import { base } from './styles/base.ts';
import { logStyles } from './styles/log.ts';
import { openAnswer, type Entry } from './transcript.ts';

export interface LogActions extends MessageActions {
  submitSignIn(email: string, password: string): void;
  dismissSignIn(): void;
  reload(): void;
}

const nearEndPx = 80;

/** The transcript. It follows its end until the reader scrolls up; then a pill tells of what is new. */
export class ChatLog extends LitElement {
  static override styles = [base, logStyles];
  static override properties = {
    conversation: { attribute: false },
    actions: { attribute: false },
    unseen: { state: true },
  };
  declare conversation: ConversationState;
  declare actions: LogActions;
  declare unseen: boolean;
  private following = true;
  private lastTop = 0;
  private observer: ResizeObserver | undefined;

  /** Moves the focus into the sign-in form, if it is shown. */
  focusSignIn(): void {
    this.renderRoot.querySelector<SignInForm>('nexora-sign-in-form')?.focusFirst();
  }

  scrollToEnd(): void {
    this.following = true;
    this.unseen = false;
    const { scroller } = this;
    if (scroller) scroller.scrollTop = scroller.scrollHeight;
  }

  private get scroller(): HTMLElement | null {
    return this.renderRoot?.querySelector('.scroller') ?? null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer = new ResizeObserver(() => {
      if (this.following) this.scrollToEnd();
    });
    void this.updateComplete.then(() => {
      for (const target of this.renderRoot.querySelectorAll('.scroller, .entries')) this.observer?.observe(target);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('conversation') as ConversationState | undefined;
    if (!before || before.entries === this.conversation.entries) return;
    const known = new Set(before.entries.map((entry) => entry.id));
    const fresh = this.conversation.entries.filter((entry) => !known.has(entry.id));
    if (fresh.some((entry) => entry.kind === 'user')) this.following = true;
    else if (!this.following && (fresh.length || textLength(this.conversation.entries) > textLength(before.entries)))
      this.unseen = true;
  }

  /** Only the reader scrolls up; content that grows or shrinks does not end the following. */
  private onScroll(event: Event): void {
    const { scrollTop, scrollHeight, clientHeight } = event.target as HTMLElement;
    const atEnd = scrollHeight - scrollTop - clientHeight < nearEndPx;
    if (atEnd) {
      this.following = true;
      this.unseen = false;
    } else if (scrollTop < this.lastTop) this.following = false;
    this.lastTop = scrollTop;
  }

  protected override render(): TemplateResult {
    const { phase, entries, info, signIn, loadFailed, personTypes } = this.conversation;
    const started = entries.some((entry) => entry.kind !== 'notice');
    return html`
      <div class="scroller" role="region" aria-label="Conversation" tabindex="0" @scroll=${this.onScroll}>
        <div class="entries">
          ${phase === 'ready' ? html`<p class="greeting">${info.greeting}</p>` : nothing}
          ${phase === 'ready' && !started && !loadFailed ? this.renderStarters() : nothing}
          ${repeat(
            entries,
            (entry) => entry.id,
            (entry, index) => this.renderEntry(entry, entries[index - 1]),
          )}
          ${personTypes ? html`<p class="link" role="status">Our team is writing…</p>` : nothing}
          ${loadFailed ? this.renderLoadFailure() : nothing}
          ${
            signIn
              ? html`<nexora-sign-in-form
                  .request=${signIn}
                  .submit=${this.actions.submitSignIn}
                  .dismiss=${this.actions.dismissSignIn}
                ></nexora-sign-in-form>`
              : nothing
          }
          <div role="status">${this.renderLink()}</div>
        </div>
      </div>
      <button class="pill" ?hidden=${!this.unseen} @click=${this.scrollToEnd}>${icons.down()} New messages</button>
    `;
  }

  private renderStarters() {
    const { suggestions } = this.conversation.info;
    if (!suggestions.length) return nothing;
    return html`<div class="starters" role="group" aria-label="Suggestions">
      ${suggestions.map((text) => html`<button class="chip" @click=${() => this.actions.say(text)}>${text}</button>`)}
    </div>`;
  }

  private renderEntry(entry: Entry, before: Entry | undefined): TemplateResult {
    const { entries, running, signIn, clockOffsetMs, speaker } = this.conversation;
    const now = new Date();
    const day = dayName(entry.at, now);
    const actionable = !running && openAnswer(entries) === entry;
    return html`
      ${day !== (before ? dayName(before.at, now) : 'Today') ? html`<p class="day">${day}</p>` : nothing}
      <nexora-message
        .entry=${entry}
        .actions=${this.actions}
        .actionable=${actionable}
        .changeable=${!running && speaker !== 'person' && lastOwn(entries) === entry}
        .signInOpen=${actionable && signIn !== undefined}
        .clockOffsetMs=${clockOffsetMs}
      ></nexora-message>
    `;
  }

  private renderLoadFailure(): TemplateResult {
    return html`<p class="link">
      The conversation could not be loaded.
      <button class="button" @click=${this.actions.reload}>Try again</button>
    </p>`;
  }

  private renderLink() {
    const { link } = this.conversation;
    if (link === 'reconnecting') return html`<p class="link">Reconnecting…</p>`;
    return link === 'offline'
      ? html`<p class="link">You are offline. Messages are sent when you are back.</p>`
      : nothing;
  }
}

/** The reader's last message, if it has arrived. */
function lastOwn(entries: readonly Entry[]): Entry | undefined {
  const last = entries.findLast((entry) => entry.kind === 'user');
  return last?.status === 'sent' ? last : undefined;
}

const textLength = (entries: readonly Entry[]): number =>
  entries.reduce(
    (sum, entry) =>
      sum + (entry.kind === 'assistant' ? entry.blocks.reduce((all, { text }) => all + text.length, 0) : 0),
    0,
  );

if (!customElements.get('nexora-chat-log')) customElements.define('nexora-chat-log', ChatLog);
