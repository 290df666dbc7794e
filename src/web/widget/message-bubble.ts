import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Card } from '#src/turn.ts';
import './booking-card.ts';
import './fact-card.ts';
import { agentHint, timeOfDay } from './format.ts';
import { icons } from './icons.ts';
import { sourceList } from './source-list.ts';
import { base } from './styles/base.ts';
import { messageStyles } from './styles/message.ts';
import { textBlocks } from './text-blocks.ts';
import type { AssistantEntry, Block, Entry, UserEntry } from './transcript.ts';

/** What a message can ask of the conversation it stands in. */
export interface MessageActions {
  say(text: string): void;
  retry(entryId: string): void;
  edit(entryId: string): void;
  /** Says the reader's last message anew. */
  change(entryId: string): void;
  react(entryId: string, value: 'up' | 'down'): void;
  signIn(): void;
}

/** One entry of the transcript. Everything in it is rendered as text. */
export class MessageBubble extends LitElement {
  static override styles = [base, messageStyles];
  static override properties = {
    entry: { attribute: false },
    actions: { attribute: false },
    actionable: { type: Boolean },
    changeable: { type: Boolean },
    signInOpen: { type: Boolean },
    clockOffsetMs: { type: Number },
  };
  declare entry: Entry;
  declare actions: MessageActions;
  /** Whether its question, card and quick replies can still be acted on. */
  declare actionable: boolean;
  /** Whether the reader may say it anew: their last one, while the assistant listens. */
  declare changeable: boolean;
  declare signInOpen: boolean;
  declare clockOffsetMs: number;

  protected override render(): TemplateResult {
    if (this.entry.kind === 'notice') return html`<span class="notice">${this.entry.text}</span>`;
    return this.entry.kind === 'user' ? this.renderUser(this.entry) : this.renderAssistant(this.entry);
  }

  private renderUser(entry: UserEntry): TemplateResult {
    return html`
      <div class="row user">
        <span class="visually-hidden">You said:</span>
        <div class="bubble">${entry.text}</div>
        ${entry.status === 'failed' ? this.renderFailure(entry) : html`<div class="meta">${this.renderStatus(entry)}</div>`}
      </div>
    `;
  }

  private renderStatus(entry: UserEntry) {
    if (entry.status === 'queued') return 'Waiting to be sent';
    if (entry.status === 'sending') return 'Sending…';
    return html`${this.changeable ? html`<button class="small" @click=${() => this.actions.change(entry.id)}>Edit</button>` : nothing}<time
        datetime=${entry.at}
        >${timeOfDay(entry.at)}</time
      >`;
  }

  private renderFailure(entry: UserEntry): TemplateResult {
    const { edit, retry } = this.actions;
    return html`
      <div class="meta failed">
        <span class="why">${icons.alert()} <span>${entry.problem ?? 'Not sent'}</span></span>
        ${
          entry.remedy === 'edit'
            ? html`<button class="button" @click=${() => edit(entry.id)}>Edit</button>`
            : html`<button class="button" @click=${() => retry(entry.id)}>Try again</button>`
        }
      </div>
    `;
  }

  private renderAssistant(entry: AssistantEntry): TemplateResult {
    const readable = entry.blocks.filter((block) => block.text);
    const streaming = entry.state === 'streaming';
    const typing = streaming && (!readable.length || !entry.writing);
    return html`
      <div class="row ${entry.card ? 'wide' : ''}">
        ${
          entry.isPerson
            ? html`<span class="by">Our team</span>`
            : html`<span class="visually-hidden">The assistant said:</span>`
        }
        ${readable.map((block) => this.renderBlock(block))}
        ${typing ? this.renderTyping(entry.agent, readable.length > 0) : nothing}
        ${entry.card && entry.state === 'done' ? this.renderCard(entry.card) : nothing}
        ${streaming ? nothing : this.renderMeta(entry)} ${this.actionable ? this.renderChoices(entry) : nothing}
      </div>
    `;
  }

  private renderCard(card: Card): TemplateResult {
    const { actionable, clockOffsetMs } = this;
    const { say } = this.actions;
    return card.type === 'booking_quote' || card.type === 'booking_receipt'
      ? html`<nexora-booking-card
          .card=${card}
          .actionable=${actionable}
          .clockOffsetMs=${clockOffsetMs}
          .say=${say}
        ></nexora-booking-card>`
      : html`<nexora-fact-card .card=${card} .actionable=${actionable} .say=${say}></nexora-fact-card>`;
  }

  private renderMeta(entry: AssistantEntry): TemplateResult {
    const thumb = (value: 'up' | 'down', label: string) =>
      html`<button
        class="thumb"
        aria-label=${label}
        aria-pressed=${entry.reaction === value ? 'true' : 'false'}
        @click=${() => this.actions.react(entry.id, value)}
      >
        ${icons.thumb(value === 'down')}
      </button>`;
    return html`<div class="meta">
      <time datetime=${entry.at}>${timeOfDay(entry.at)}</time>
      ${entry.turnId || entry.messageId ? html`${thumb('up', 'Helpful')}${thumb('down', 'Not helpful')}` : nothing}
    </div>`;
  }

  private renderBlock(block: Block): TemplateResult {
    return html`<div class="bubble">
        ${textBlocks(block.text).map((piece) =>
          piece.kind === 'list'
            ? html`<ul>
                ${piece.items.map((item) => html`<li>${item}</li>`)}
              </ul>`
            : html`<p>${piece.lines.map((line, index) => (index ? html`<br />${line}` : line))}</p>`,
        )}
      </div>
      ${sourceList(block.sources)}`;
  }

  private renderTyping(agent: string | undefined, more: boolean): TemplateResult {
    return html`<div class="bubble typing ${more ? 'more' : ''}">
      <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
      <span class=${agentHint(agent) ? '' : 'visually-hidden'}>${agentHint(agent) || 'The assistant is writing'}</span>
    </div>`;
  }

  private renderChoices(entry: AssistantEntry): TemplateResult | typeof nothing {
    const onCard = new Set(
      entry.card && 'actions' in entry.card ? entry.card.actions.map((action) => action.text) : [],
    );
    const options = entry.ask?.options.filter((option) => !onCard.has(option.text)) ?? [];
    const signIn = entry.ask?.kind === 'sign_in' && !this.signInOpen;
    if (!options.length && !signIn) return nothing;
    return html`
      <div class="chips" role="group" aria-label="Suggested replies">
        ${signIn ? html`<button class="button primary" @click=${this.actions.signIn}>Sign in to continue</button>` : nothing}
        ${options.map(
          (option) => html`<button class="chip" @click=${() => this.actions.say(option.text)}>${option.label}</button>`,
        )}
      </div>
    `;
  }
}

if (!customElements.get('nexora-message')) customElements.define('nexora-message', MessageBubble);
