/** Words of danger to life and limb. Theft and threats to call the police are grave, but nothing burns. */
const harm =
  /\b(?:on fire|caught fire|fire (?:broke|started)|aag lag\w*|smoke (?:is |was )?(?:coming|everywhere|from)|spark(?:s|ing|ed)?\b|(?:electric|current|got a|getting a)\s+shock|shock lag\w*|current (?:lag|maar)\w*|electrocut\w+|short circuit|live wires?|exposed wires?|assault\w*|molest\w*|grop(?:e|ed|ing)|harass\w*|touched (?:me|her|my (?:wife|daughter|sister|mother))|slapp?ed|punched (?:me|him|her|my|us)|kicked (?:me|my)|beat(?:en)? (?:me|up|my)|hit (?:me|my (?:son|wife|father|mother|child|kid|daughter|husband|brother|sister|maid))|pushed (?:me|my (?:son|wife|father|mother|child|daughter))|(?:with|pulled|showed|had) a (?:knife|weapon)|attacked (?:me|us|my|her|him)|injur\w+|bleeding|burn(?:t|ed|s)? (?:my|her|his) (?:skin|hand|face|scalp|arm|leg|finger)|hurt (?:my|his|her|me\b)|(?:got|is|was|am|been) hurt|unconscious|maara|maar diya|mara peeta|choking|can(?:no|')t breathe)\b/i;
const gas =
  /\b(?:gas (?:smell|leak\w*)|smell(?:s|ing)? (?:of |like )?gas|leak\w* gas|lpg|cylinder leak\w*|gas ki (?:smell|badbu)|gas (?:nikal|leak ho) rah\w*)\b/i;
/** What leaks from a cooler is no fire. */
const refrigerant = /\b(?:ac|a\/c|air ?con\w*|fridge|refrigerator|cooling|refill\w*|refrigerant)\b/i;
const denied = /\b(?:no ?(?:one|body) (?:is|was|got) (?:hurt|injured)|not (?:hurt|injured)|no injur\w+)\b/gi;

/** Whether gas may have been let out that burns. */
export const isGasLeak = (text: string): boolean => gas.test(text) && !refrigerant.test(text);

/** Whether what is told is a danger to people: it is passed on at once, without questions. */
export const isDanger = (text: string): boolean => harm.test(text.replaceAll(denied, ' ')) || isGasLeak(text);

/** What to do before anything else. */
export const emergencyAdvice = (text: string): string =>
  'If anybody is hurt or in danger, call the emergency number 112 first.' +
  (isGasLeak(text) ? ' Open the windows, touch no switch, light nothing, and leave the room.' : '');
