import { css } from 'lit';

export const messageStyles = css`
  :host {
    display: block;
  }
  .row {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 4px;
    max-width: 88%;
    animation: rise 0.22s ease-out;
  }
  .row.user {
    align-items: flex-end;
    margin-inline-start: auto;
  }
  .row.wide {
    max-width: 100%;
  }
  .bubble {
    max-width: 100%;
    padding: 10px 14px;
    border-radius: 18px 18px 18px 6px;
    background: var(--_bubble);
    overflow-wrap: anywhere;
  }
  .user .bubble {
    border-radius: 18px 18px 6px 18px;
    background: var(--_user);
    color: var(--_on-user);
    white-space: pre-wrap;
  }
  p,
  ul {
    margin: 0;
  }
  p + p,
  p + ul,
  ul + p {
    margin-top: 8px;
  }
  .bubble ul {
    padding-inline-start: 20px;
  }
  .bubble li + li {
    margin-top: 3px;
  }
  .bubble li::marker {
    color: var(--_accent);
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 6px;
    padding-inline: 4px;
    font-size: 12px;
    color: var(--_muted);
  }
  .meta.failed {
    justify-content: flex-end;
    gap: 4px 10px;
    color: var(--_danger);
    font-size: 13px;
  }
  .why {
    display: flex;
    gap: 6px;
  }
  .why svg {
    margin-top: 2px;
  }
  .meta .button {
    min-height: 40px;
    padding: 4px 10px;
    font-size: 13px;
    color: var(--_danger);
    border-color: currentColor;
    background: none;
  }
  .by {
    padding-inline: 4px;
    font-size: 12.5px;
    font-weight: 600;
    color: var(--_accent-text);
  }
  .thumb,
  .small {
    display: inline-grid;
    place-items: center;
    min-width: 28px;
    min-height: 28px;
    padding: 0 4px;
    border: 0;
    border-radius: 8px;
    background: none;
    color: inherit;
    font-size: 12px;
  }
  .small {
    text-decoration: underline;
  }
  .thumb:hover,
  .small:hover {
    background: var(--_bubble);
    color: var(--_text);
  }
  .thumb[aria-pressed='true'] {
    background: var(--_accent-soft);
    color: var(--_accent-text);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-top: 6px;
  }
  .notice {
    display: block;
    margin-inline: auto;
    padding: 4px 12px;
    font-size: 12.5px;
    color: var(--_muted);
    text-align: center;
  }
  .typing {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 42px;
    color: var(--_muted);
    font-size: 14px;
  }
  /* Between two parts of an answer, and only when the second is slow: nothing may flicker at the end. */
  .typing.more {
    overflow: hidden;
    animation: unfold 0.15s 0.4s both;
  }
  @keyframes unfold {
    from {
      min-height: 0;
      max-height: 0;
      margin-top: -4px;
      padding-block: 0;
      opacity: 0;
    }
  }
  .dots {
    display: inline-flex;
    gap: 4px;
  }
  .dots i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: currentColor;
    animation: pulse 1.2s infinite ease-in-out;
  }
  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }
  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }
  .sources {
    align-self: stretch;
    font-size: 13px;
    color: var(--_muted);
  }
  .sources summary {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 40px;
    margin-block: -8px;
    padding-inline: 4px 8px;
    border-radius: 8px;
    cursor: pointer;
    list-style: none;
  }
  .sources summary::-webkit-details-marker {
    display: none;
  }
  .sources summary:hover {
    color: var(--_text);
  }
  .sources summary svg {
    transition: transform 0.15s;
  }
  .sources[open] summary svg {
    transform: rotate(90deg);
  }
  .sources > ul {
    display: grid;
    gap: 8px;
    margin: 6px 0 4px;
    padding: 0;
    list-style: none;
  }
  .sources > ul > li {
    padding: 10px 12px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    overflow-wrap: anywhere;
  }
  .sources strong {
    display: block;
    color: var(--_text);
    font-weight: 600;
  }
  .where {
    display: block;
    font-size: 12px;
  }
  blockquote {
    margin: 6px 0 0;
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--_accent);
    color: var(--_text);
    white-space: pre-line;
  }
  .sources dl {
    margin: 6px 0 0;
  }
  .sources dl > div {
    display: flex;
    justify-content: space-between;
    gap: 12px;
  }
  .sources dt::first-letter {
    text-transform: uppercase;
  }
  .sources dd {
    margin: 0;
    color: var(--_text);
    text-align: end;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
  @keyframes pulse {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }
    30% {
      opacity: 1;
    }
  }
`;
