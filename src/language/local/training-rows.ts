import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { TrainingRow } from './classify.ts';

const files = [
  'book-service',
  'booking-status',
  'reschedule-booking',
  'cancel-booking',
  'refund-status',
  'raise-complaint',
  'complaint-status',
  'escalate-complaint',
  'policy-question',
  'service-info',
  'compare-services',
  'recommend-service',
  'several-intents',
  'neighbours',
  'out-of-scope',
  'varied-wordings',
  'varied-conversation',
] as const;

const Row = z.strictObject({ text: z.string().min(1), labels: z.array(z.string()) });

/** Reads a file of `training/`, one JSON object a line. Throws with the line's number when one is malformed. */
export function readRows(name: string): TrainingRow[] {
  const path = join(import.meta.dirname, 'training', `${name}.jsonl`);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line, index) => {
    try {
      return Row.parse(JSON.parse(line));
    } catch (cause) {
      throw new Error(`${path}:${index + 1} is not a training row`, { cause });
    }
  });
}

/** The examples that the intent classifier is trained on; the held-out ones are not among them. */
export function readTrainingRows(): TrainingRow[] {
  return files.flatMap(readRows);
}
