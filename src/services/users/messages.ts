import type { OutgoingMessage } from '#src/channels/contract.ts';
import type { Ctx } from '#src/context.ts';
import type { AccountRow } from '#src/db/queries/users.ts';
import { newId } from '#src/ids.ts';

type Company = Ctx['company'];
type To = Pick<AccountRow, 'name' | 'email' | 'phone'>;
type Email = { purpose: OutgoingMessage['purpose']; subject: string; lines: string[]; secret?: string };

const from = (company: Company) => ({ id: newId('message'), companyId: company.id });
const ifNotYou = ({ persona }: Company) =>
  `If this was not you, tell us at once: ${persona.supportEmail} or ${persona.supportPhone}.`;

/** A letter with greeting and signature. */
export function email(
  company: Company,
  to: Pick<To, 'name' | 'email'>,
  { purpose, subject, lines, secret }: Email,
): OutgoingMessage {
  const text = [`Hello ${to.name},`, ...lines, `Your ${company.name} team`].join('\n\n');
  return { ...from(company), channel: 'email', purpose, to: to.email, subject, text, ...(secret && { secret }) };
}

export function passwordResetEmail(company: Company, to: To, secret: string): OutgoingMessage {
  return email(company, to, {
    purpose: 'password-reset',
    subject: `Choose a new ${company.name} password`,
    lines: [
      'This code lets you choose a new password, once and within 30 minutes:',
      secret,
      'If you did not ask for it, do nothing: your password stays as it is.',
    ],
    secret,
  });
}

export function verifyEmailEmail(company: Company, to: To, secret: string): OutgoingMessage {
  return email(company, to, {
    purpose: 'verify-email',
    subject: `Confirm your e-mail address for ${company.name}`,
    lines: [
      'This code confirms your e-mail address, within 24 hours:',
      secret,
      'If you have no account with us, ignore this message.',
    ],
    secret,
  });
}

export function verifyPhoneSms(company: Company, to: To, code: string): OutgoingMessage {
  const text = `${code} is your ${company.name} code. It is good for 10 minutes. Tell it to nobody, not even to us.`;
  return { ...from(company), channel: 'sms', purpose: 'verify-phone', to: to.phone, text, secret: code };
}

export function passwordChangedEmail(company: Company, to: To): OutgoingMessage {
  return email(company, to, {
    purpose: 'password-changed',
    subject: `Your ${company.name} password has been changed`,
    lines: ['The password of your account has just been changed.', ifNotYou(company)],
  });
}

/** Goes to where the holder was reached before. */
export function contactChangedEmail(company: Company, to: To, what: string[]): OutgoingMessage {
  return email(company, to, {
    purpose: 'contact-changed',
    subject: `Your ${company.name} account has been changed`,
    lines: [`The ${what.join(' and the ')} of your account has just been changed.`, ifNotYou(company)],
  });
}

export function accountDeletedEmail(company: Company, to: To): OutgoingMessage {
  return email(company, to, {
    purpose: 'account-deleted',
    subject: `Your ${company.name} account has been closed`,
    lines: ['Your account is closed. What it holds about you is deleted after 30 days.', ifNotYou(company)],
  });
}
