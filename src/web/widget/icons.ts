import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const icon = (size: number, content: SVGTemplateResult): TemplateResult => html`
  <svg
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${content}
  </svg>
`;

export const icons = {
  chat: () =>
    icon(
      28,
      svg`<path d="M12 3.5c-5 0-9 3.4-9 7.7 0 2.4 1.3 4.6 3.3 6l-.6 3.3 3.6-1.8c.9.2 1.8.3 2.7.3 5 0 9-3.4 9-7.8s-4-7.7-9-7.7Z"/><path d="M8.2 11.3h.01M12 11.3h.01M15.8 11.3h.01" stroke-width="2.6"/>`,
    ),
  close: () => icon(22, svg`<path d="m6 6 12 12M18 6 6 18"/>`),
  more: () => icon(22, svg`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3"/>`),
  send: () => icon(20, svg`<path d="M5 12h13M12.5 6l6 6-6 6" stroke-width="2.2"/>`),
  home: (size = 22) =>
    icon(
      size,
      svg`<path d="m3.5 11 8.5-7 8.5 7"/><path d="M6 9.5V19a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V9.5"/><path d="m9.3 14 2 2 3.5-3.8"/>`,
    ),
  calendar: () =>
    icon(18, svg`<rect x="4" y="5.5" width="16" height="14.5" rx="2.5"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>`),
  pin: () =>
    icon(18, svg`<path d="M12 21s7-5.6 7-11a7 7 0 0 0-14 0c0 5.4 7 11 7 11Z"/><circle cx="12" cy="10" r="2.5"/>`),
  person: () => icon(18, svg`<circle cx="12" cy="8" r="3.7"/><path d="M4.8 20a7.3 7.3 0 0 1 14.4 0"/>`),
  clock: () => icon(16, svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>`),
  check: (size = 18) => icon(size, svg`<path d="m5 12.5 4.5 4.5L19 7.5" stroke-width="2.2"/>`),
  copy: () =>
    icon(
      18,
      svg`<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2.5"/><path d="M15.5 8.5V6A2 2 0 0 0 13.5 4H6a2 2 0 0 0-2 2v7.5a2 2 0 0 0 2 2h2.5"/>`,
    ),
  alert: () => icon(16, svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.8v5M12 16.2h.01" stroke-width="2.2"/>`),
  down: () => icon(16, svg`<path d="M12 5v13M6.5 12.5 12 18l5.5-5.5" stroke-width="2.2"/>`),
  back: () => icon(20, svg`<path d="m14.5 5.5-6.5 6.5 6.5 6.5" stroke-width="2.2"/>`),
  thumb: (down: boolean) =>
    icon(
      15,
      svg`<g transform=${down ? 'rotate(180 12 12)' : ''}><path d="M8 10.5 11.5 3c1.4 0 2.5 1 2.5 2.5V9h4.4a2 2 0 0 1 2 2.3l-1 6.7a2 2 0 0 1-2 1.7H8"/><path d="M8 10.5v9.2H4.5v-9.2Z"/></g>`,
    ),
  pencil: () =>
    icon(18, svg`<path d="m4.5 19.5 1-4.2L16.3 4.5a1.8 1.8 0 0 1 2.6 0l.6.6a1.8 1.8 0 0 1 0 2.6L8.7 18.5Z"/>`),
  bin: () => icon(18, svg`<path d="M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7M10.3 10.5v5.5M13.7 10.5v5.5"/>`),
  chevron: () => icon(14, svg`<path d="m9 6 6 6-6 6" stroke-width="2.2"/>`),
};
