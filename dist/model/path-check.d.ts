/** What one tiny request cannot prove, asked only after it passed. */
export declare const PATH_CHECKS: readonly ['stream', 'body', 'idle', 'websocket'];
export type PathCheckKind = (typeof PATH_CHECKS)[number];
export interface PathCheck {
    readonly kind: PathCheckKind;
    /** `body` only: bytes of the request body. */
    readonly bytes?: number;
    /** `idle` only: milliseconds that the connection rests. */
    readonly restMs?: number;
}
/** As a person writes it: `stream`, `body=200KB`, `idle=60s`. */
export declare function spelt({ kind, bytes, restMs }: PathCheck): string;
/** As the input takes it, and exactly: `body=200KB`, `body=1500`, `idle=60s`, `idle=1500ms`. */
export declare function written({ kind, bytes, restMs }: PathCheck): string;
/** `60s`, `1500ms`: never rounded. */
export declare function exactly(milliseconds: number): string;
/** `200 KB` with 1 KB = 1024 bytes, as nginx and Squid count a limit. */
export declare function sizeOf(bytes: number): string;
/** `1.4 s`, `60 s`, `350 ms`. */
export declare function spanOf(milliseconds: number): string;
