import { css } from 'lit';

export const panelStyles = css`
  :host {
    position: fixed;
    z-index: var(--nexora-z-index, 2147483000);
    inset-block-end: calc(20px + env(safe-area-inset-bottom));
    inset-inline-end: 20px;
    display: block;
  }
  /* Not on the host: the page's own rules would win over it there. */
  .panel,
  .launcher {
    font: 15px/1.5 var(--_font);
    color: var(--_text);
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
    white-space: normal;
    -webkit-font-smoothing: antialiased;
  }
  .launcher {
    position: relative;
    display: grid;
    place-items: center;
    width: 60px;
    height: 60px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    box-shadow: 0 8px 24px rgb(0 0 0 / 24%);
    transition: transform 0.18s;
  }
  .launcher:hover {
    transform: scale(1.05);
  }
  .badge {
    position: absolute;
    top: -3px;
    inset-inline-end: -3px;
    min-width: 22px;
    height: 22px;
    padding-inline: 6px;
    border: 2px solid var(--_surface);
    border-radius: 11px;
    background: #c62828;
    color: #fff;
    font-size: 12px;
    font-weight: 700;
    line-height: 18px;
    text-align: center;
  }
  .panel {
    position: relative;
    display: flex;
    flex-direction: column;
    width: min(404px, calc(100vw - 40px));
    height: min(700px, calc(100dvh - 40px));
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow:
      0 24px 64px -12px rgb(0 0 0 / 32%),
      0 4px 16px rgb(0 0 0 / 8%);
    transform-origin: bottom right;
    animation: open 0.2s cubic-bezier(0.2, 0.8, 0.2, 1);
    outline: none;
  }
  @keyframes open {
    from {
      opacity: 0;
      transform: translateY(12px) scale(0.97);
    }
  }
  @media (max-width: 480px) {
    :host([open]) {
      inset: 0;
    }
    .panel {
      width: 100%;
      height: 100dvh;
      border: 0;
      border-radius: 0;
      box-shadow: none;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
