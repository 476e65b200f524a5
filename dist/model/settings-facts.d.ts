import type { Code } from './code.js';
/** Problems with settings, found before any packet. One per setting and code. */
export interface SettingsFacts {
    readonly problems: readonly SettingProblem[];
    /** Length and shape of the key, never a part of it. */
    readonly key?: KeyShape;
}
export interface SettingProblem {
    readonly code: Code;
    /** Name of the setting as the user wrote it: an input, a variable, or `file:line:column`. */
    readonly setting: string;
    /** One sentence: what is wrong. Never contains a secret. */
    readonly message: string;
    /** One order with an object: what to change. */
    readonly fix: string;
    /** `fatal`: no request can be sent. `warning`: worth saying, the request goes out. */
    readonly severity: 'fatal' | 'warning';
    /** Who has to act when it is fatal. */
    readonly owner: 'auth' | 'request' | 'route-provider' | 'connection-path';
}
export interface KeyShape {
    readonly source: string;
    readonly length: number;
    /** Vendor or kind by its public prefix, e.g. `openai-project`, `openrouter`, `github`, `unknown`. */
    readonly kind: string;
}
