import type { Entry } from './transcript.ts';
import type { User, WidgetInfo } from './wire.ts';

export interface SignInRequest {
  /** `ask`: the conversation needs it; `menu`: the reader chose it; `expired`: the token was refused. */
  reason: 'ask' | 'menu' | 'expired';
  busy: boolean;
  error?: string;
}

export interface ConversationState {
  phase: 'idle' | 'loading' | 'ready';
  /** The stored conversation could not be fetched (as opposed to: does not exist). */
  loadFailed: boolean;
  link: 'live' | 'offline' | 'reconnecting';
  /** A message is being sent or answered. */
  running: boolean;
  entries: readonly Entry[];
  sessionId: string | undefined;
  user: User | undefined;
  signIn: SignInRequest | undefined;
  info: WidgetInfo;
  /** Who answers. While a person was asked for (`waiting`) the assistant still does. */
  speaker: 'assistant' | 'waiting' | 'person';
  /** The person writes at this moment. */
  personTypes: boolean;
  /** Server clock minus this device's, in ms. */
  clockOffsetMs: number;
}

export const neutralInfo: WidgetInfo = {
  name: 'Support',
  assistantName: 'Assistant',
  greeting: 'Hello! How can I help you today?',
  suggestions: [],
  supportPhone: '',
  supportEmail: '',
};
