import { css } from 'lit';

/** What every inner element starts from: box model, focus ring, buttons. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  svg {
    display: block;
    flex: none;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 40px;
    padding: 8px 16px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_raised);
    color: var(--_text);
    font-weight: 600;
    line-height: 1.3;
    transition:
      background-color 0.15s,
      border-color 0.15s;
  }
  .button:hover {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: color-mix(in oklab, var(--_accent), light-dark(black, white) 14%);
  }
  .button.plain {
    border-color: transparent;
    background: none;
    color: var(--_muted);
  }
  .button.plain:hover {
    background: var(--_bubble);
    color: var(--_text);
  }
  .button:disabled {
    cursor: default;
    opacity: 0.6;
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    width: 40px;
    height: 40px;
    padding: 0;
    border: 0;
    border-radius: 12px;
    background: none;
    color: var(--_muted);
  }
  .icon-button:hover {
    background: var(--_bubble);
    color: var(--_text);
  }
  .chip {
    min-height: 40px;
    padding: 8px 16px;
    border: 1px solid color-mix(in oklab, var(--_accent), transparent 55%);
    border-radius: 20px;
    background: var(--_raised);
    color: var(--_accent-text);
    font-weight: 550;
    line-height: 1.3;
    text-align: start;
    overflow-wrap: anywhere;
    transition: background-color 0.15s;
  }
  .chip:hover {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;
