import type { ActivityRow } from '#src/db/queries/activity.ts';

const COLUMNS = ['at', 'user_id', 'user', 'action', 'subject_type', 'subject_id', 'request_id', 'data'];

/** RFC 4180, with a header line. */
export function activityCsv(rows: ActivityRow[]): string {
  const lines = rows.map(({ createdAt, user, action, subjectType, subjectId, requestId, data }) => [
    createdAt.toISOString(),
    user.id,
    user.name,
    action,
    subjectType,
    subjectId,
    requestId ?? '',
    JSON.stringify(data),
  ]);
  return [COLUMNS, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** A spreadsheet runs what begins like a formula, in some languages also in full width: an apostrophe before it disarms it. */
function cell(value: string): string {
  const harmless = /^[=+\-@＝＋－＠\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
