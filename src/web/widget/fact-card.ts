import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { factsOf, type CardFacts, type FactCard as Facts } from './card-facts.ts';
import { icons } from './icons.ts';
import { base } from './styles/base.ts';
import { cardStyles } from './styles/card.ts';

/** A cancellation, a new time, a complaint or a comparison: the facts before the decision, or the receipt after it. */
export class FactCard extends LitElement {
  static override styles = [base, cardStyles];
  static override properties = {
    card: { attribute: false },
    actionable: { type: Boolean },
    say: { attribute: false },
  };
  declare card: Facts;
  declare actionable: boolean;
  declare say: (text: string) => void;

  protected override render(): TemplateResult {
    const { label, eyebrow, title, isReceipt, number, facts, sums, note, table, actions } = factsOf(this.card);
    return html`
      <section class="card ${isReceipt ? 'receipt' : ''}" aria-label=${label}>
        <header>
          <p class="eyebrow">${isReceipt ? icons.check() : nothing} ${eyebrow}</p>
          <h3>${title}</h3>
          ${number ? html`<p class="number">No. <code>${number}</code></p>` : nothing}
        </header>
        ${facts.length ? html`<dl class="facts named">${facts.map((fact) => row(fact))}</dl>` : nothing}
        ${table ? comparison(table) : nothing}
        ${sums.length ? html`<dl class="prices">${sums.map((sum) => row(sum, sum.isTotal ? 'total' : ''))}</dl>` : nothing}
        ${note ? html`<p class="note">${note}</p>` : nothing}
        ${
          this.actionable && actions.length
            ? html`<div class="actions">
                ${actions.map(
                  (action, index) =>
                    html`<button
                      class="button ${index === 0 && !table ? 'primary' : ''}"
                      @click=${() => this.say(action.text)}
                    >
                      ${action.label}
                    </button>`,
                )}
              </div>`
            : nothing
        }
      </section>
    `;
  }
}

function row({ label, value }: { label: string; value: string }, kind = ''): TemplateResult {
  return html`<div class=${kind}>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** Wide tables scroll in themselves, by keyboard too. */
function comparison({ columns, rows }: NonNullable<CardFacts['table']>): TemplateResult {
  return html`<div class="scroll" role="group" aria-label="Comparison table" tabindex="0">
    <table>
      <thead>
        <tr>
          <td></td>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ label, cells }) =>
            html`<tr>
              <th scope="row">${label}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

if (!customElements.get('nexora-fact-card')) customElements.define('nexora-fact-card', FactCard);
