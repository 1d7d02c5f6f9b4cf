import type { Deps } from '../commands/deps.js';
import type { LiveBoard } from './board/live-board.js';
import type { Rates } from './rate-limits.js';
import type { OidcSettings } from './session/oidc/oidc-settings.js';

/** What the API needs to run; everything that touches the outside comes in here. */
export interface ApiDeps extends Deps {
  /** Signs session tokens. */
  readonly sessionSecret: string;
  /** Proxies in front whose X-Forwarded-For is believed. */
  readonly trustProxy: number;
  /** Shows what the local adapter would have sent out. */
  readonly demo: boolean;
  /** What is open, for boards; one a process. */
  readonly liveBoard: LiveBoard;
  /** Address of Camunda Operate, where there is one. */
  readonly operateUrl?: string | undefined;
  /** How often an open stream of events beats, milliseconds; set in tests. */
  readonly beatMs?: number | undefined;
  /** A provider of sign-ins beside the local accounts. */
  readonly oidc?: OidcSettings | undefined;
  /** Folder of the built pages. */
  readonly webFolder?: string | undefined;
  /** Largest file that is taken, bytes. */
  readonly maxFileBytes?: number | undefined;
  /** Where the pages' map gets its ground from; without it nothing is asked of another host. */
  readonly mapTiles?: { readonly address: string; readonly attribution: string } | undefined;
  readonly rates?: Rates | undefined;
  /** Set in tests: an answer that breaks the contract becomes a fault. */
  readonly verifyAnswers?: boolean | undefined;
}
