import { css } from 'lit';

/** Colours, type and radii; a page overrides the public `--nexora-…` ones. `--_…` are inherited by the inner elements. */
export const theme = css`
  :host {
    color-scheme: light dark;
    --_accent: var(--nexora-accent, light-dark(#0f6e66, #5fd6c6));
    --_on-accent: var(--nexora-on-accent, light-dark(#ffffff, #04211e));
    --_accent-text: var(--nexora-accent-text, light-dark(#0b5f58, #7fe0d3));
    --_accent-soft: var(--nexora-accent-soft, light-dark(#e6f3f1, #17332f));
    --_user: var(--nexora-user-bubble, light-dark(#0f6e66, #14574f));
    --_on-user: var(--nexora-on-user-bubble, #ffffff);
    --_surface: var(--nexora-surface, light-dark(#ffffff, #15191d));
    --_raised: var(--nexora-raised, light-dark(#ffffff, #1d2328));
    --_bubble: var(--nexora-assistant-bubble, light-dark(#f1f4f5, #232a30));
    --_text: var(--nexora-text, light-dark(#16212a, #e9eef1));
    --_muted: var(--nexora-muted, light-dark(#55636e, #a3b0ba));
    --_line: var(--nexora-line, light-dark(#dfe5e8, #333d45));
    --_field-line: light-dark(#82909b, #74828d);
    --_danger: var(--nexora-danger, light-dark(#b3261e, #ffb4ab));
    --_danger-soft: light-dark(#fdeceb, #3b1f1d);
    --_good: light-dark(#146c43, #7ddba9);
    --_good-soft: light-dark(#e7f5ed, #173326);
    --_warn: light-dark(#7a4b00, #f4c66b);
    --_warn-soft: light-dark(#fff4dd, #362a12);
    --_focus: var(--nexora-focus, light-dark(#0b57d0, #a8c7fa));
    --_radius: var(--nexora-radius, 20px);
    --_font: var(
      --nexora-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      'Helvetica Neue',
      Arial,
      sans-serif
    );
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;
