import { css } from 'lit';

export const cardStyles = css`
  :host {
    display: block;
    width: 100%;
  }
  .card {
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: 16px;
    background: var(--_raised);
    box-shadow:
      0 1px 2px rgb(0 0 0 / 5%),
      0 6px 20px -12px rgb(0 0 0 / 18%);
  }
  header {
    padding: 14px 16px 10px;
  }
  .eyebrow {
    display: flex;
    align-items: center;
    gap: 6px;
    margin: 0 0 2px;
    font-size: 12.5px;
    font-weight: 600;
    color: var(--_muted);
  }
  .receipt header {
    background: var(--_good-soft);
    padding-block: 14px 6px;
    margin-bottom: 10px;
  }
  .receipt .eyebrow {
    color: var(--_good);
  }
  h3 {
    margin: 0;
    font-size: 16.5px;
    line-height: 1.3;
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  .number {
    display: flex;
    align-items: center;
    gap: 4px;
    margin: 2px 0 0;
    font-size: 14px;
  }
  .number code {
    font:
      600 15px ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
    user-select: all;
    overflow-wrap: anywhere;
  }
  .number .icon-button {
    color: var(--_good);
  }
  .facts {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0 16px 12px;
  }
  .facts > div {
    display: flex;
    gap: 10px;
  }
  .facts dt {
    padding-top: 1px;
    color: var(--_accent-text);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .facts.named > div {
    display: grid;
    grid-template-columns: minmax(64px, 22%) 1fr;
  }
  .facts.named dt {
    padding-top: 2px;
    font-size: 13px;
    color: var(--_muted);
  }
  .note {
    margin: 0 16px 12px;
    font-size: 13.5px;
    color: var(--_muted);
  }
  .prices + :is(.actions, .note) {
    margin-top: 4px;
  }
  .scroll {
    overflow-x: auto;
    margin-bottom: 12px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 14px;
  }
  :is(th, td) {
    padding: 6px 10px;
    border-top: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: break-word;
  }
  :is(th, td):first-child {
    padding-inline-start: 16px;
  }
  thead :is(th, td) {
    border-top: 0;
    font-weight: 650;
  }
  tbody th {
    font-weight: 400;
    color: var(--_muted);
  }
  .rating {
    color: var(--_muted);
    white-space: nowrap;
  }
  .prices {
    margin: 0 16px;
    padding: 10px 0;
    border-top: 1px dashed var(--_line);
    font-variant-numeric: tabular-nums;
  }
  .prices > div {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding-block: 2px;
    color: var(--_muted);
    font-size: 14px;
  }
  .prices .total {
    margin-top: 6px;
    padding-top: 8px;
    border-top: 1px solid var(--_line);
    color: var(--_text);
    font-size: 16px;
    font-weight: 650;
  }
  .hold {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 2px 16px 12px;
    padding: 8px 12px;
    border-radius: 10px;
    background: var(--_accent-soft);
    color: var(--_accent-text);
    font-size: 13.5px;
    font-variant-numeric: tabular-nums;
  }
  .hold.soon {
    background: var(--_warn-soft);
    color: var(--_warn);
  }
  .hold b {
    margin-inline-start: auto;
    font-weight: 650;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 0 16px 16px;
  }
  .actions .button {
    flex: 1 1 auto;
  }
  .actions .primary {
    flex-basis: 100%;
  }
`;
