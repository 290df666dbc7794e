/** How soon a complaint is answered and settled, by its priority score (0–100). */
export const COMPLAINT_SLA = {
  version: '2026-10',
  bands: [
    { name: 'Critical', fromScore: 80, firstResponseMinutes: 30, resolutionMinutes: 4 * 60 },
    { name: 'High', fromScore: 60, firstResponseMinutes: 2 * 60, resolutionMinutes: 24 * 60 },
    { name: 'Medium', fromScore: 40, firstResponseMinutes: 8 * 60, resolutionMinutes: 72 * 60 },
    { name: 'Low', fromScore: 0, firstResponseMinutes: 24 * 60, resolutionMinutes: 7 * 24 * 60 },
  ],
} as const;
