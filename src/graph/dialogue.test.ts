import { describe, expect, it } from 'vitest';
import type { Frame } from '#src/agents/contract.ts';
import { AGENTS } from '#src/agents/registry.ts';
import type { Command } from '#src/language/contract.ts';
import { decide } from './dialogue.ts';

const booking: Frame = {
  id: 'frm_1',
  flow: 'book_service',
  agent: 'booking',
  title: 'AC repair',
  slots: {},
  expecting: { slot: 'pincode' },
  attempts: 0,
};
const start = (intent: string, text = intent): Command => ({ type: 'start', intent, confidence: 0.9, text });
const pincode: Command = {
  type: 'set',
  value: { slot: 'pincode', value: '560034' },
  text: '560034',
  confidence: 1,
  correction: false,
};
const service: Command = {
  type: 'set',
  value: { slot: 'service', candidates: [{ kind: 'rate_card', id: 'rc_1', score: 1 }] },
  text: 'sofa cleaning',
  confidence: 1,
  correction: false,
};
const run = (commands: Command[], stack: Frame[] = []) => decide({ stack, commands, agents: AGENTS, text: 'words' });
const brief = (decision: ReturnType<typeof run>) => ({
  tasks: decision.tasks.map((t) => `${t.intent}${t.frame ? '*' : ''}:${t.commands.map((c) => c.type).join(',')}`),
  notices: decision.notices.map((n) => n.kind),
});

describe('who gets which part of a message', () => {
  it('gives a value to the open flow', () => {
    expect(brief(run([pincode], [booking]))).toEqual({ tasks: ['book_service*:set'], notices: [] });
  });

  it('serves several requests at once, each with its own values, in the order asked', () => {
    const decision = run([start('policy_question'), start('book_service'), service]);
    expect(brief(decision).tasks).toEqual(['policy_question:start', 'book_service:start,set']);
    expect(decision.tasks.map((t) => t.order)).toEqual([0, 1]);
  });

  it('takes two clauses about the same wish as one, and two services as two', () => {
    const wish = start('book_service');
    expect(brief(run([wish, service, wish])).tasks).toEqual(['book_service:start,set,start']);
    expect(brief(run([wish, service, wish, service])).tasks).toEqual([
      'book_service:start,set',
      'book_service:start,set',
    ]);
  });

  it('shares the day and place said at the end between two bookings, and leaves each its own', () => {
    const wish = start('book_service');
    const shared = run([wish, service, wish, service, pincode]);
    expect(brief(shared).tasks).toEqual(['book_service:start,set,set', 'book_service:start,set,set']);
    const own = run([wish, service, pincode, wish, service, pincode]);
    expect(brief(own).tasks).toEqual(['book_service:start,set,set', 'book_service:start,set,set']);
  });

  it('keeps the day of one wish from a wish of another kind', () => {
    const both = run([start('cancel_booking'), service, start('book_service'), service, pincode]);
    expect(brief(both).tasks).toEqual(['cancel_booking:start,set', 'book_service:start,set,set']);
  });

  it('ends a flow whose open question offered what is now wanted, and keeps it under any other wish', () => {
    const options = [{ label: 'Book anew', text: 'Book anew' }];
    const prompt = { text: 'Shall I?', ask: { kind: 'confirm' as const, options } };
    const frame: Frame = { ...booking, flow: 'cancel_booking', agent: 'cancellation', prompt };
    const say = (text: string) =>
      decide({ stack: [booking, frame], commands: [start('book_service')], agents: AGENTS, text }).stack;
    expect(say('Book anew')).toEqual([booking]);
    expect(say('book another')).toEqual([booking, frame]);
  });

  it('hands values that came before the request to it', () => {
    expect(brief(run([pincode, start('book_service')])).tasks).toEqual(['book_service:start,set']);
  });

  it('keeps a question apart from the open flow, and tells its agent what the flow knows', () => {
    const decision = run([start('service_info')], [booking]);
    expect(brief(decision).tasks).toEqual(['service_info:start']);
    expect(decision.tasks[0]?.context).toEqual({ slots: booking.slots });
  });

  it('goes on with a booking when booking is mentioned again, and opens another for "also"', () => {
    expect(brief(run([start('book_service', 'yes book it')], [booking])).tasks).toEqual(['book_service*:start']);
    expect(brief(run([start('book_service', 'also a plumber')], [booking])).tasks).toEqual(['book_service:start']);
  });

  it('lets a value said with a policy question answer the open question', () => {
    expect(brief(run([start('policy_question'), pincode], [booking])).tasks).toEqual([
      'policy_question:start',
      'book_service*:set',
    ]);
  });
});

describe('several open flows', () => {
  const waiting: Frame = { ...booking, id: 'frm_0', title: 'Tap repair', expecting: { slot: 'quantity' } };
  const other: Frame = {
    ...booking,
    id: 'frm_2',
    flow: 'cancel_booking',
    agent: 'policy',
    title: 'cancelling',
    expecting: { slot: 'confirm' },
  };

  it('takes the one up again that is named, or else the next that waits', () => {
    const back = (text: string) => run([{ type: 'resume', text }], [waiting, booking]).stack.map((f) => f.id);
    expect(back('back to the tap')).toEqual(['frm_1', 'frm_0']);
    expect(back('continue the AC')).toEqual(['frm_0', 'frm_1']);
    expect(back('where were we')).toEqual(['frm_1', 'frm_0']);
    expect(brief(run([{ type: 'resume', text: 'where were we' }])).notices).toEqual(['nothing_pending']);
  });

  it('hands a value that the front one has no use for to the one that asked for it', () => {
    const asked: Frame = { ...booking, id: 'frm_0' };
    expect(run([pincode], [asked, other]).tasks.map((t) => t.frame?.id)).toEqual(['frm_0']);
  });

  it('says that an answer to another question changes nothing', () => {
    expect(brief(run([{ type: 'stale' }], [booking]))).toEqual({ tasks: [], notices: ['stale_question'] });
  });
});

describe('a day said with a question', () => {
  const day: Command = {
    type: 'set',
    value: { slot: 'date', value: '2026-11-21' },
    text: 'tomorrow',
    confidence: 1,
    correction: false,
  };

  it('belongs to the booking that the message also asks for', () => {
    expect(brief(run([start('book_service'), start('service_info'), day])).tasks).toEqual([
      'book_service:start,set',
      'service_info:start',
    ]);
  });

  it('belongs to the question when there is nothing else', () => {
    expect(brief(run([start('service_info'), day])).tasks).toEqual(['service_info:start,set']);
  });
});

describe('"it"', () => {
  it('is the booking of the flow that another wish leaves, and nothing of a booking that is being made', () => {
    const moving: Frame = { ...booking, id: 'frm_9', flow: 'reschedule_booking', slots: { bookingId: 'bkg_9' } };
    const contextIn = (frame: Frame, intent: string) => run([start(intent)], [frame]).tasks[0]?.context;
    expect(contextIn(moving, 'cancel_booking')).toEqual({ slots: { bookingId: 'bkg_9' } });
    expect(contextIn({ ...booking, slots: { pincode: '560034' } }, 'cancel_booking')).toBeUndefined();
  });

  const topic = { slots: { rateCardId: 'rc_1' } };
  const about = (commands: Command[]) => decide({ stack: [], topic, commands, agents: AGENTS, text: 'words' });

  it('is what was talked of last, for a question and for a booking', () => {
    expect(about([start('service_info')]).tasks[0]?.context).toEqual(topic);
    expect(about([start('book_service', 'book it')]).tasks[0]?.context).toEqual(topic);
  });

  it('is booked by a yes to what was just told', () => {
    expect(about([{ type: 'affirm' }]).tasks[0]).toMatchObject({ intent: 'book_service', context: topic });
  });
});

describe('what needs no specialist', () => {
  it('is the booking that "cancel it" means, where "never mind" means none', () => {
    const topic = { slots: { bookingId: 'bkg_1' } };
    const said = (text: string) => decide({ stack: [], topic, commands: [{ type: 'cancel' }], agents: AGENTS, text });
    expect(said('ok cancel it')).toMatchObject({ tasks: [{ intent: 'cancel_booking', commands: [], context: topic }] });
    expect(brief(said('never mind'))).toEqual({ tasks: [], notices: ['nothing_pending'] });
  });

  it('says so when nothing is pending for a yes, a no or a never mind', () => {
    for (const type of ['affirm', 'deny', 'cancel', 'skip'] as const)
      expect(brief(run([{ type }]))).toEqual({ tasks: [], notices: ['nothing_pending'] });
  });

  it('drops the greeting when the message also asks for something', () => {
    expect(brief(run([{ type: 'smalltalk', kind: 'greet' }, start('book_service')]))).toEqual({
      tasks: ['book_service:start'],
      notices: [],
    });
  });

  it('keeps the wish for a person beside a request', () => {
    expect(brief(run([{ type: 'handoff' }, start('book_service')])).tasks).toEqual([
      'talk_to_person:handoff',
      'book_service:start',
    ]);
  });

  it('asks what to do about a service that was only named', () => {
    const decision = run([service]);
    expect(brief(decision)).toEqual({ tasks: [], notices: ['clarify'] });
    expect(decision.notices[0]).toMatchObject({ words: 'sofa cleaning', options: ['book_service', 'service_info'] });
  });

  it('tells about a place when only its pincode was said', () => {
    expect(brief(run([pincode])).tasks).toEqual(['service_info:set']);
  });

  it('lets the open flow decide what to do with words that were not understood', () => {
    expect(brief(run([{ type: 'clarify', options: [] }], [booking])).tasks).toEqual(['book_service*:clarify']);
  });

  it('admits that it did not understand an empty understanding', () => {
    expect(brief(run([]))).toEqual({ tasks: [], notices: ['not_understood'] });
  });
});
