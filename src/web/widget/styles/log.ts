import { css } from 'lit';

export const logStyles = css`
  :host {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .scroller {
    flex: 1;
    min-height: 0;
    padding: 18px 16px 14px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_line) transparent;
  }
  .scroller:focus-visible {
    outline-offset: -2px;
  }
  .entries {
    display: flex;
    flex-direction: column;
    gap: 14px;
    min-height: 100%;
  }
  .day {
    align-self: center;
    margin: 0;
    font-size: 12px;
    font-weight: 600;
    color: var(--_muted);
  }
  .greeting {
    max-width: 88%;
    align-self: flex-start;
    margin: 0;
    padding: 10px 14px;
    border-radius: 18px 18px 18px 6px;
    background: var(--_bubble);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .starters {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 8px;
  }
  .link {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    margin: 0;
    padding: 4px;
    font-size: 13px;
    color: var(--_muted);
    text-align: center;
  }
  .pill {
    position: absolute;
    bottom: 10px;
    left: 50%;
    translate: -50% 0;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 40px;
    padding: 6px 16px 6px 12px;
    border: 0;
    border-radius: 20px;
    background: var(--_text);
    color: var(--_surface);
    font-size: 13.5px;
    font-weight: 600;
    white-space: nowrap;
    box-shadow: 0 6px 18px rgb(0 0 0 / 22%);
  }
`;
