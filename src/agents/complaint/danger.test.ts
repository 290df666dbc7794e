import { describe, expect, it } from 'vitest';
import { emergencyAdvice, isDanger, isGasLeak } from './danger.ts';

describe('what is a danger to people', () => {
  it.each([
    'there is a gas smell in my kitchen since he left',
    'the cooking gas pipe he fitted is leaking, I smell gas',
    'gas ki smell aa rahi hai',
    'the board caught fire',
    'smoke is coming from the switch that he repaired',
    'I got an electric shock from the geyser',
    'current lag raha hai geyser se',
    'he slapped my son',
    'the beautician burnt my skin',
    'he touched me inappropriately',
    'the masseur groped me',
    'my mother got hurt because of the ladder',
    'he is bleeding',
    'he attacked me with a spanner',
  ])('%s', (text) => expect(isDanger(text)).toBe(true));

  it.each([
    'AC is leaking gas again after your service',
    'the fridge technician did a gas refill but the gas leaked',
    'he stole my watch, I will call the police',
    'fire that technician',
    'he punched a hole in the wall',
    'my mother is in hospital and nobody came',
    'nobody was hurt but the shelf fell down',
    'he was smoking in the balcony',
    'the sink is broken',
    'I am shocked by the price',
    '',
  ])('is not: %s', (text) => expect(isDanger(text)).toBe(false));

  it('is told what to do about gas, and always whom to call first', () => {
    expect(isGasLeak('I smell gas')).toBe(true);
    expect(emergencyAdvice('I smell gas')).toMatch(/^If anybody .* 112 first\. Open the windows/);
    expect(emergencyAdvice('he slapped my son')).not.toContain('windows');
  });

  it('is decided quickly, whatever the text', () => {
    const text = 'a '.repeat(2_000) + 'gas '.repeat(500);
    const startedAt = performance.now();
    isDanger(text);
    expect(performance.now() - startedAt).toBeLessThan(50);
  });
});
