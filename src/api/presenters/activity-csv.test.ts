import { expect, it } from 'vitest';
import { activityCsv } from './activity-csv.ts';

it('quotes what needs it, and disarms what a spreadsheet would run', () => {
  const csv = activityCsv([
    {
      id: 'log_1',
      user: { id: 'usr_1', name: '=HYPERLINK("http://x")' },
      action: 'booking.cancelled',
      subjectType: 'booking',
      subjectId: 'bkg_1',
      requestId: null,
      data: { reason: 'rain, "again"' },
      createdAt: new Date('2026-11-21T04:00:00Z'),
    },
  ]);
  expect(csv).toBe(
    'at,user_id,user,action,subject_type,subject_id,request_id,data\r\n' +
      `2026-11-21T04:00:00.000Z,usr_1,"'=HYPERLINK(""http://x"")",booking.cancelled,booking,bkg_1,,` +
      `"{""reason"":""rain, \\""again\\""""}"\r\n`,
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠SUM(A1)', '\t=1'])('disarms %s', (name) => {
  const entry = {
    action: 'a.b',
    subjectType: 'x',
    subjectId: 'x_1',
    requestId: null,
    data: {},
    createdAt: new Date(0),
  };
  expect(activityCsv([{ id: 'log_1', user: { id: 'usr_1', name }, ...entry }])).toContain(`,'${name},a.b,`);
});
