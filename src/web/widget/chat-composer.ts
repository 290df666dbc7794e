import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { icons } from './icons.ts';
import { base } from './styles/base.ts';

const maxLength = 4000;
const counterFrom = 3600;

/** The field for the reader's message: it grows with the text; Enter sends, Shift+Enter starts a new line. */
export class ChatComposer extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        padding: 10px 12px calc(10px + env(safe-area-inset-bottom));
        border-top: 1px solid var(--_line);
        background: var(--_surface);
      }
      .editing {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin: 0 4px 6px 14px;
        font-size: 13px;
        color: var(--_muted);
      }
      form {
        display: flex;
        align-items: flex-end;
        gap: 4px;
        padding: 3px;
        border: 1px solid var(--_field-line);
        border-radius: 24px;
        background: var(--_raised);
      }
      form:focus-within {
        border-color: var(--_focus);
        box-shadow: 0 0 0 1px var(--_focus);
      }
      textarea {
        flex: 1;
        min-width: 0;
        height: 40px;
        max-height: 140px;
        padding: 8px 6px 8px 14px;
        border: 0;
        background: none;
        font-size: 16px;
        line-height: 24px;
        resize: none;
      }
      textarea:focus-visible {
        outline: none;
      }
      textarea::placeholder {
        color: var(--_muted);
        opacity: 1;
      }
      form button {
        display: grid;
        flex: none;
        place-items: center;
        width: 40px;
        height: 40px;
        padding: 0;
        border: 0;
        border-radius: 50%;
        background: var(--_accent);
        color: var(--_on-accent);
        transition: background-color 0.15s;
      }
      form button:disabled {
        cursor: default;
        background: var(--_bubble);
        color: var(--_muted);
      }
      .count {
        margin: 4px 14px 0;
        font-size: 12px;
        color: var(--_muted);
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      .count.over {
        color: var(--_danger);
        font-weight: 600;
      }
    `,
  ];
  static override properties = {
    say: { attribute: false },
    typing: { attribute: false },
    dismiss: { attribute: false },
    editing: { type: Boolean },
    text: { state: true },
  };
  declare say: (text: string) => void;
  /** The reader writes. */
  declare typing: () => void;
  /** What is written takes the place of the reader's last message. */
  declare editing: boolean;
  /** Ends the editing. */
  declare dismiss: () => void;
  declare text: string;

  constructor() {
    super();
    this.text = '';
  }

  private get field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  override focus(): void {
    this.field?.focus();
  }

  /** Puts a text there in place of what is there. */
  replace(text: string): void {
    this.text = text;
  }

  /** Puts a text back for editing, before what is there. */
  restore(text: string): void {
    this.text = this.text.trim() ? `${text}\n${this.text}` : text;
  }

  override updated(): void {
    const field = this.field;
    if (!field) return;
    field.style.height = '40px';
    field.style.height = `${Math.min(field.scrollHeight, 140)}px`;
  }

  protected override render(): TemplateResult {
    const over = this.text.length > maxLength;
    return html`
      ${
        this.editing
          ? html`<p class="editing" role="status">
              Editing your last message <button type="button" class="button" @click=${this.stop}>Cancel</button>
            </p>`
          : nothing
      }
      <form @submit=${this.onSubmit}>
        <textarea
          rows="1"
          aria-label="Your message"
          placeholder="Write a message…"
          enterkeyhint="send"
          aria-describedby=${this.text.length >= counterFrom ? 'count' : nothing}
          aria-invalid=${over ? 'true' : nothing}
          .value=${this.text}
          @input=${this.onInput}
          @keydown=${this.onKey}
        ></textarea>
        <button type="submit" aria-label="Send" ?disabled=${!this.sendable}>${icons.send()}</button>
      </form>
      ${
        this.text.length >= counterFrom
          ? html`<p class="count ${over ? 'over' : ''}" id="count" role="status">
              ${over ? `${this.text.length - maxLength} characters too many` : `${maxLength - this.text.length} characters left`}
            </p>`
          : nothing
      }
    `;
  }

  private onInput(event: InputEvent): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    if (this.text.trim()) this.typing();
  }

  private stop(): void {
    this.text = '';
    this.dismiss();
    this.focus();
  }

  private get sendable(): boolean {
    return this.text.trim() !== '' && this.text.length <= maxLength;
  }

  private onKey(event: KeyboardEvent): void {
    // While an input method composes a word, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.onSubmit(event);
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    if (!this.sendable) return;
    const { text } = this;
    this.text = '';
    this.say(text);
  }
}

if (!customElements.get('nexora-composer')) customElements.define('nexora-composer', ChatComposer);
