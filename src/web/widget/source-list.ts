import { html, nothing, type TemplateResult } from 'lit';
import type { Source } from '#src/turn.ts';
import { recordField, wordsOf } from './format.ts';
import { icons } from './icons.ts';

/** The sources of one statement, closed until asked for. */
export function sourceList(sources: readonly Source[]): TemplateResult | typeof nothing {
  if (!sources.length) return nothing;
  return html`
    <details class="sources">
      <summary>${icons.chevron()} Sources (${sources.length})</summary>
      <ul>
        ${sources.map((source) => html`<li>${describe(source)}</li>`)}
      </ul>
    </details>
  `;
}

function describe(source: Source): TemplateResult {
  switch (source.kind) {
    case 'passage':
      return html`
        <strong>${source.title}</strong>
        <span class="where">${source.heading ? `${source.heading} · ` : ''}version ${source.version}</span>
        <blockquote>${source.quote}</blockquote>
      `;
    case 'policy':
      return html`<strong>${source.label}</strong
        ><span class="where">Rule ${source.rule} · version ${source.version}</span>`;
    case 'row':
      return html`
        <strong>${source.label}</strong>
        <span class="where">Our records · ${wordsOf(source.table)}</span>
        <dl>
          ${Object.entries(source.fields).map(([name, value]) => {
            const { label, text } = recordField(name, value);
            return html`<div>
              <dt>${label}</dt>
              <dd>${text}</dd>
            </div>`;
          })}
        </dl>
      `;
    case 'engine':
      return html`<strong>Wording</strong
        ><span class="where">${source.maker} language engine · version ${source.version}</span>`;
    default:
      return html`<strong>Other source</strong>`;
  }
}
