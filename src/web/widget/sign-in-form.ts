import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { SignInRequest } from './conversation-state.ts';
import { icons } from './icons.ts';
import { base } from './styles/base.ts';

const leads: Record<SignInRequest['reason'], string> = {
  ask: 'Sign in to continue with your booking. Nothing you told us is lost.',
  menu: 'Sign in to see your bookings and earlier conversations.',
  expired: 'Your sign-in has ended. Please sign in again to continue.',
};

/** Email and password, in the flow of the conversation. */
export class SignInForm extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      form {
        display: grid;
        gap: 12px;
        padding: 16px;
        border: 1px solid var(--_line);
        border-radius: 16px;
        background: var(--_raised);
        box-shadow: 0 6px 20px -12px rgb(0 0 0 / 18%);
      }
      h3,
      p {
        margin: 0;
      }
      h3 {
        font-size: 16.5px;
        font-weight: 650;
      }
      .lead {
        color: var(--_muted);
        font-size: 14px;
      }
      label {
        display: grid;
        gap: 4px;
        font-size: 13.5px;
        font-weight: 600;
      }
      input {
        width: 100%;
        min-height: 44px;
        padding: 8px 12px;
        border: 1px solid var(--_field-line);
        border-radius: 10px;
        background: var(--_surface);
        font-size: 16px;
        font-weight: 400;
      }
      input:focus-visible {
        border-color: var(--_focus);
        outline-offset: 0;
      }
      .error {
        display: flex;
        gap: 8px;
        padding: 8px 12px;
        border-radius: 10px;
        background: var(--_danger-soft);
        color: var(--_danger);
        font-size: 14px;
      }
      .error svg {
        margin-top: 3px;
      }
      .actions {
        display: flex;
        gap: 8px;
      }
      .actions .primary {
        flex: 1;
      }
    `,
  ];
  static override properties = {
    request: { attribute: false },
    submit: { attribute: false },
    dismiss: { attribute: false },
  };
  declare request: SignInRequest;
  declare submit: (email: string, password: string) => void;
  declare dismiss: () => void;

  /** Moves the reader's focus to the first field. */
  focusFirst(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  override updated(changed: Map<string, unknown>): void {
    const before = changed.get('request') as SignInRequest | undefined;
    if (before?.busy && this.request.error)
      this.renderRoot.querySelector<HTMLInputElement>('[name=password]')?.select();
  }

  protected override render(): TemplateResult {
    const { reason, busy, error } = this.request;
    return html`
      <form aria-labelledby="title" @submit=${this.onSubmit}>
        <h3 id="title">Sign in</h3>
        <p class="lead">${leads[reason]}</p>
        <label>
          Email
          <input
            name="email"
            type="email"
            autocomplete="username"
            inputmode="email"
            autocapitalize="none"
            spellcheck="false"
            required
            aria-describedby=${error ? 'error' : nothing}
          />
        </label>
        <label>
          Password
          <input
            name="password"
            type="password"
            autocomplete="current-password"
            required
            aria-describedby=${error ? 'error' : nothing}
          />
        </label>
        <div role="alert">
          ${error ? html`<p class="error" id="error">${icons.alert()} <span>${error}</span></p>` : nothing}
        </div>
        <div class="actions">
          <button class="button primary" type="submit" ?disabled=${busy}>${busy ? 'Signing in…' : 'Sign in'}</button>
          <button class="button plain" type="button" @click=${this.dismiss}>Not now</button>
        </div>
      </form>
    `;
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const email = String(data.get('email') ?? '').trim();
    const password = String(data.get('password') ?? '');
    if (email && password && !this.request.busy) this.submit(email, password);
  }
}

if (!customElements.get('nexora-sign-in-form')) customElements.define('nexora-sign-in-form', SignInForm);
