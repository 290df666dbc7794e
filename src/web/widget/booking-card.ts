import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Card, PriceBreakdown } from '#src/turn.ts';
import { countdown, money, visitTitle } from './format.ts';
import { icons } from './icons.ts';
import { base } from './styles/base.ts';
import { cardStyles } from './styles/card.ts';

type Quote = Extract<Card, { type: 'booking_quote' }>;
type Receipt = Extract<Card, { type: 'booking_receipt' }>;

const soonMs = 60_000;

/** The facts of a booking: a quote with the time left to decide, or a receipt with its number. */
export class BookingCard extends LitElement {
  static override styles = [base, cardStyles];
  static override properties = {
    card: { attribute: false },
    actionable: { type: Boolean },
    clockOffsetMs: { type: Number },
    say: { attribute: false },
    copied: { state: true },
  };
  declare card: Quote | Receipt;
  declare actionable: boolean;
  /** Server clock minus this device's: the hold ends by the server's clock. */
  declare clockOffsetMs: number;
  declare say: (text: string) => void;
  declare copied: boolean;
  private timer: ReturnType<typeof setInterval> | undefined;

  protected override render(): TemplateResult {
    return this.card.type === 'booking_quote' ? this.renderQuote(this.card) : this.renderReceipt(this.card);
  }

  override updated(): void {
    const ticking =
      this.isConnected && this.actionable && this.card.type === 'booking_quote' && this.leftMs(this.card) > 0;
    if (ticking) this.timer ??= setInterval(() => this.requestUpdate(), 1000);
    else this.stop();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private leftMs(quote: Quote): number {
    return Date.parse(quote.holdExpiresAt) - Date.now() - (this.clockOffsetMs || 0);
  }

  private renderQuote(quote: Quote): TemplateResult {
    return html`
      <section class="card" aria-label="Booking summary">
        <header>
          <p class="eyebrow">Your booking</p>
          <h3>${visitTitle(quote.items)}</h3>
        </header>
        ${facts(quote)} ${prices(quote.price)} ${this.actionable ? this.renderDecision(quote) : nothing}
      </section>
    `;
  }

  private renderDecision(quote: Quote): TemplateResult {
    const left = this.leftMs(quote);
    if (left <= 0) {
      return html`<div class="actions">
        <button class="button primary" @click=${() => this.say('Check again')}>Hold expired — check again</button>
      </div>`;
    }
    return html`
      <div class="hold ${left <= soonMs ? 'soon' : ''}" role="timer" aria-live="off">
        ${icons.clock()} <span>Slot and price held for you</span> <b>${countdown(left)}</b>
      </div>
      <div class="actions">
        ${quote.actions.map(
          (action, index) =>
            html`<button class="button ${index === 0 ? 'primary' : ''}" @click=${() => this.say(action.text)}>
              ${action.label}
            </button>`,
        )}
      </div>
    `;
  }

  private renderReceipt(receipt: Receipt): TemplateResult {
    return html`
      <section class="card receipt" aria-label="Booking receipt">
        <header>
          <p class="eyebrow">${icons.check()} Booking ${receipt.status.replaceAll('_', ' ')}</p>
          <h3>${visitTitle(receipt.items)}</h3>
          <p class="number">
            <span>No. <code>${receipt.number}</code></span>
            <button class="icon-button" aria-label="Copy the booking number" @click=${() => this.copy(receipt.number)}>
              ${this.copied ? icons.check() : icons.copy()}
            </button>
            <span role="status">${this.copied ? 'Copied' : ''}</span>
          </p>
        </header>
        ${facts(receipt)} ${prices(receipt.price)}
      </section>
    `;
  }

  private async copy(number: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(number);
    } catch {
      // No clipboard here (plain http, or refused): select the number, so that the keyboard's copy takes it.
      const code = this.renderRoot.querySelector('code');
      if (code) getSelection()?.selectAllChildren(code);
      return;
    }
    this.copied = true;
    setTimeout(() => (this.copied = false), 2500);
  }
}

function facts({ when, address, provider }: Quote | Receipt): TemplateResult {
  const fact = (label: string, icon: TemplateResult, value: unknown) =>
    html`<div>
      <dt>${icon}<span class="visually-hidden">${label}</span></dt>
      <dd>${value}</dd>
    </div>`;
  const rating = html`${provider.name}
    <span class="rating"
      ><span aria-hidden="true">· ★ ${provider.rating.toFixed(1)}</span
      ><span class="visually-hidden">, rated ${provider.rating.toFixed(1)} of 5</span></span
    >`;
  return html`<dl class="facts">
    ${fact('When', icons.calendar(), when)} ${fact('Where', icons.pin(), address)}
    ${fact('Who', icons.person(), rating)}
  </dl>`;
}

function prices({ lines, totalPaise }: PriceBreakdown): TemplateResult {
  const line = (label: string, paise: number, kind = '') =>
    html`<div class=${kind}>
      <dt>${label}</dt>
      <dd>${money(paise)}</dd>
    </div>`;
  return html`<dl class="prices">
    ${lines.map(({ label, amountPaise }) => line(label, amountPaise))} ${line('Total', totalPaise, 'total')}
  </dl>`;
}

if (!customElements.get('nexora-booking-card')) customElements.define('nexora-booking-card', BookingCard);
